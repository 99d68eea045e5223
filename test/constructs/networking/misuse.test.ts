import { misuseMessage } from '../../support/misuse-message';
import { agent, BASE, type Misuse, stateful, web, worker } from '../../support/workloads';

const SIDE = { ...BASE, name: 'side' };

const PORTS: readonly Misuse[] = [
  {
    name: 'port out of range',
    build: web({ port: 70_000 }),
    want: `test/web: the number of port "http" of container "web" is 70000; give a whole number from 1 to 65535 [invalid-props]`,
  },
  {
    name: 'port name',
    build: web({ port: { name: 'Web', number: 80 } }),
    want: `test/web: a port of container "web" is named "Web"; use at most 15 of a-z, 0-9 and -, with at least one letter [invalid-name]`,
  },
  {
    name: 'two ports of one name',
    build: web({ ports: [{ name: 'http', number: 9090 }] }),
    want: `test/web: container "web" has two ports named "http"; give each port a name of its own [duplicate-name]`,
  },
  {
    name: 'two ports of one number',
    build: web({ ports: [{ name: 'also', number: 8080 }] }),
    want: `test/web: container "web" has two ports TCP 8080; keep one of them [duplicate-name]`,
  },
  {
    name: 'two containers with one port name',
    build: web({ containers: [{ ...SIDE, ports: [{ name: 'http', number: 81 }] }] }),
    want: `test/web: two containers have a port named "http"; rename one, or keep it off the Service with servicePort: 'none' [duplicate-name]`,
  },
  {
    name: 'two service ports',
    build: web({ ports: [{ name: 'also', number: 81, servicePort: 8080 }] }),
    want: `test/web: ports "http" and "also" share the service port 8080; change one of them [invalid-props]`,
  },
  {
    name: 'probe of an unknown port',
    build: web({ probes: { readiness: { http: '/', port: 'admin' } } }),
    want: `test/web: the readiness probe of container "web" refers to the port "admin"; name one of the ports that exist: http [invalid-props]`,
  },
  {
    name: 'probe without a port',
    build: worker({ probes: { liveness: { http: '/healthz' } } }),
    want: `test/worker: the liveness probe of container "worker" has no port; name one, or declare a port of the container [invalid-props]`,
  },
  {
    name: 'probe path',
    build: web({ probes: { readiness: { http: 'healthz' } } }),
    want: `test/web: the readiness probe of container "web" asks for the path "healthz"; start it with / [invalid-props]`,
  },
  {
    name: 'probe period',
    build: web({ probes: { readiness: { http: '/', periodSeconds: 0 } } }),
    want: `test/web: periodSeconds of the readiness probe of container "web" is 0; give a whole number, 1 or more [invalid-props]`,
  },
  {
    name: 'liveness that needs two successes',
    build: web({ probes: { liveness: { http: '/', successThreshold: 2 } } }),
    want: `test/web: successThreshold of the liveness probe of container "web" is 2; give 1 [invalid-props]`,
  },
  {
    name: 'readiness that ends',
    build: web({ probes: { readiness: { tcp: 'http', terminationGracePeriodSeconds: 5 } } }),
    want: `test/web: the readiness probe of container "web" has terminationGracePeriodSeconds; leave it out: readiness never ends a container [invalid-props]`,
  },
  {
    name: 'sleep beyond the grace period',
    build: web({ lifecycle: { preStop: { sleep: 31 } } }),
    want: `test/web: the sleep of the preStop hook of container "web" is 31; give a whole number from 0 to 30 [invalid-props]`,
  },
  {
    name: 'caller of an unknown port',
    build: web({ callers: [{ peer: 'anywhere', ports: ['admin'] }] }),
    want: `test/web: a caller refers to the port "admin"; name one of the ports that exist: http [invalid-props]`,
  },
  {
    name: 'callers without a port',
    build: worker({ callers: [{ workload: 'web' }] }),
    want: `test/worker: there are callers, and no port that they could call; declare the ports, or leave the callers out [invalid-props]`,
  },
  {
    name: 'callee by port name',
    build: worker({ callees: [{ peer: 'anywhere', ports: ['http'] }] }),
    want: `test/worker: a callee’s port is "http"; give its number: names differ by pod [invalid-props]`,
  },
  {
    name: 'CIDR',
    build: web({ callers: [{ cidr: '10.0.0.1' }] }),
    want: `test/web: "10.0.0.1" is no CIDR; write an address and the length of its prefix, such as 10.0.0.0/8 [invalid-props]`,
  },
  {
    name: 'callers on the host network',
    build: agent({
      podSecurity: 'privileged',
      hostNetwork: true,
      ports: [{ name: 'http', number: 80 }],
      callers: ['anywhere'],
    }),
    want: `test/agent: callers or callees are declared, and the pods are on the host network; leave them out: nothing would enforce them [invalid-props]`,
  },
  {
    name: 'exposed and closed',
    build: web({ ingress: { hosts: ['shop.example.com'] } }),
    want: `test/web: the workload is exposed, and its NetworkPolicy lets no traffic in; name the pods or addresses that it comes from in callers, or in through of ingress and httpRoute [invalid-props]`,
  },
  {
    name: 'load balancer and closed',
    build: web({ service: { type: 'LoadBalancer' } }),
    want: `test/web: the workload is exposed, and its NetworkPolicy lets no traffic in; name the pods or addresses that it comes from in callers, or in through of ingress and httpRoute [invalid-props]`,
  },
  {
    name: 'Service without ports',
    build: stateful({ service: {} }),
    want: `test/store: the Service has no ports; declare a port, and keep it on the Service [invalid-props]`,
  },
  {
    name: 'host',
    build: web({ ingress: { hosts: ['https://shop'], through: ['anywhere'] } }),
    want: `test/web: the Ingress has the host "https://shop"; use a DNS name in lower case, such as shop.example.com or *.example.com [invalid-name]`,
  },
  {
    name: 'path',
    build: web({ ingress: { hosts: ['shop.example.com'], path: 'shop', through: ['anywhere'] } }),
    want: `test/web: the Ingress has the path "shop"; start it with /, without //, spaces, ? and # [invalid-props]`,
  },
  {
    name: 'route to an unknown port',
    build: web({ callers: ['anywhere'], httpRoute: { gateways: [{ name: 'public' }], port: 'admin' } }),
    want: `test/web: the HTTPRoute refers to the port "admin"; name one of the ports that exist: http [invalid-props]`,
  },
  {
    name: 'route to a port off the Service',
    build: web({
      ports: [{ name: 'admin', number: 81, servicePort: 'none' }],
      callers: ['anywhere'],
      httpRoute: { gateways: [{ name: 'public' }], port: 'admin' },
    }),
    want: `test/web: the HTTPRoute leads to port "admin", which is not on the Service; give it a servicePort [invalid-props]`,
  },
  {
    name: 'headless load balancer',
    build: web({ callers: ['anywhere'], service: { headless: true, type: 'LoadBalancer' } }),
    want: `test/web: the Service is headless and of type LoadBalancer; choose one [invalid-props]`,
  },
  {
    name: 'field of another type of Service',
    build: web({ service: { loadBalancerClass: 'internal' } }),
    want: `test/web: the Service has loadBalancerClass and is of type ClusterIP; make it a LoadBalancer, or leave the field out [invalid-props]`,
  },
  {
    name: 'node port inside',
    build: web({ port: { name: 'http', number: 80, nodePort: 30_080 } }),
    want: `test/web: port "http" has a node port, and the Service is of type ClusterIP; make it a NodePort [invalid-props]`,
  },
];

test.each(PORTS)('$name', ({ build, want }) => expect(misuseMessage(build)).toBe(want));
