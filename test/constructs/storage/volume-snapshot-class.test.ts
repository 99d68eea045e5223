import { VolumeSnapshotClass } from '../../../lib/constructs/storage/volume-snapshot-class';
import { misuseMessage } from '../../support/misuse-message';
import { renderYaml } from '../../support/render-yaml';

test('a snapshot class', () => {
  expect(
    renderYaml((chart) => {
      new VolumeSnapshotClass(chart, 'ebs', { driver: 'ebs.csi.aws.com', deletionPolicy: 'Delete' });
      new VolumeSnapshotClass(chart, 'keep', {
        name: 'keep',
        driver: 'disk.csi.azure.com',
        deletionPolicy: 'Retain',
        default: true,
        parameters: { incremental: 'true' },
      });
    }),
  ).toMatchSnapshot();
});

test('refuses a driver that is gone', () => {
  const build = misuseMessage.bind(
    undefined,
    (chart) => new VolumeSnapshotClass(chart, 'ebs', { driver: 'kubernetes.io/aws-ebs', deletionPolicy: 'Delete' }),
  );
  expect(build()).toBe(
    'test/ebs: the provisioner kubernetes.io/aws-ebs is gone since Kubernetes 1.27; use ebs.csi.aws.com [invalid-props]',
  );
});
