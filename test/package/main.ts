import { defineComponent, synthesize, WebService } from 'bayplan';

const hello = defineComponent({
  name: 'hello',
  namespace: { name: 'hello' },
  render(chart) {
    new WebService(chart, 'hello', {
      image: 'nginxinc/nginx-unprivileged:1.29',
      port: 8080,
      cpu: '50m',
      memory: '64Mi',
    });
  },
});

synthesize({ fleet: 'fleet.yaml', components: [hello] });
