import { misuseMessage } from '../../support/misuse-message';
import { type Misuse, stateful, untyped, worker } from '../../support/workloads';

const CLAIM = { size: '1Gi', storageClass: 'fast' };

const VOLUMES: readonly Misuse[] = [
  {
    name: 'claim template without a mount',
    build: stateful({ claimTemplates: { data: CLAIM } }),
    want: `test/store: nothing mounts "data"; mount each volume and claim template in a container, or leave it out [invalid-props]`,
  },
  {
    name: 'volume without a mount',
    build: worker({ volumes: { cache: { emptyDir: {} }, tmp: { emptyDir: {} } } }),
    want: `test/worker: nothing mounts "cache", "tmp"; mount each volume and claim template in a container, or leave it out [invalid-props]`,
  },
  {
    name: 'mount without a volume',
    build: worker({ volumes: { cache: { emptyDir: {} } }, mounts: { '/cache': 'cahce' } }),
    want: `test/worker: the mount "/cache" of container "worker" is of the volume "cahce"; name one of the volumes that exist: cache [invalid-props]`,
  },
  {
    name: 'mount path',
    build: worker({ volumes: { cache: { emptyDir: {} } }, mounts: { cache: 'cache' } }),
    want: `test/worker: the mount "cache" of container "worker" has no absolute path; start it with /, and leave : out [invalid-props]`,
  },
  {
    name: 'sub-path',
    build: worker({ volumes: { cache: { emptyDir: {} } }, mounts: { '/cache': { volume: 'cache', subPath: '../x' } } }),
    want: `test/worker: the mount "/cache" of container "worker" has the sub-path "../x"; keep it relative, without .. [invalid-props]`,
  },
  {
    name: 'volume and claim template of one name',
    build: stateful({
      volumes: { data: { emptyDir: {} } },
      claimTemplates: { data: CLAIM },
      mounts: { '/data': 'data' },
    }),
    want: `test/store: "data" is a volume and a claim template; rename one of them [duplicate-name]`,
  },
  {
    name: 'volume with a name of ours',
    build: worker({
      volumes: { 'config-files': { emptyDir: {} } },
      mounts: { '/x': 'config-files' },
      config: { files: { '/etc/app/a': 'a' } },
    }),
    want: `test/worker: two volumes are named "config-files"; rename the one in volumes [duplicate-name]`,
  },
  {
    name: 'volume without a source',
    build: worker({ volumes: { cache: untyped({}) }, mounts: { '/cache': 'cache' } }),
    want: `test/worker: the volume "cache" has no source; give one of emptyDir, configMap, secret, claim, ephemeral, hostPath, downwardApi, projected, csi, nfs, image [invalid-props]`,
  },
  {
    name: 'size limit',
    build: worker({ volumes: { cache: { emptyDir: { sizeLimit: '1 Gi' } } }, mounts: { '/cache': 'cache' } }),
    want: `test/worker: the size limit of the volume "cache" is "1 Gi", not a Kubernetes quantity; write a number with an optional suffix, such as 250m, 2, 512Mi or 10Gi [invalid-quantity]`,
  },
  {
    name: 'mode',
    build: worker({ volumes: { keys: { secret: 'keys', mode: 755 } }, mounts: { '/keys': 'keys' } }),
    want: `test/worker: the mode of the volume "keys" is 755, in octal 0o1363; give 0o000 to 0o777 [invalid-props]`,
  },
  {
    name: 'claim that one node holds',
    build: worker({
      replicas: 2,
      volumes: { data: { claim: { name: 'data', accessModes: ['ReadWriteOnce'] } } },
      mounts: { '/data': 'data' },
    }),
    want: `test/worker: up to 2 replicas mount the claim "data", which only one node can hold; run one replica, use ReadWriteMany, or make it a StatefulService with a claim for each pod [invalid-props]`,
  },
  {
    name: 'two mounts at one path',
    build: worker({
      volumes: { app: { emptyDir: {} } },
      mounts: { '/etc/app': 'app' },
      config: { files: { '/etc/app/a': 'a' } },
    }),
    want: `test/worker: container "worker" has two mounts at /etc/app; mount one of them elsewhere [duplicate-name]`,
  },
  {
    name: 'configuration file without a path',
    build: worker({ config: { files: { 'a.yaml': '' } } }),
    want: `test/worker: the configuration file "a.yaml" has no absolute path; write an absolute path that ends in a name, such as /etc/app/settings.yaml [invalid-props]`,
  },
  {
    name: 'configuration file name',
    build: worker({ config: { files: { '/etc/app/a b': '' } } }),
    want: `test/worker: "a b" is no file name that a ConfigMap can hold; use at most 253 of A-Z, a-z, 0-9, -, _ and ., not starting with .. [invalid-props]`,
  },
  {
    name: 'configuration in the root',
    build: worker({ config: { files: { '/a.yaml': '' } } }),
    want: `test/worker: configuration files lie in the root directory; mount them one by one, with mountedAs: 'file' [invalid-props]`,
  },
  {
    name: 'configuration mode',
    build: worker({ config: { files: { '/etc/app/a': { content: '', mode: 0o1000 } } } }),
    want: `test/worker: the mode of the configuration file "/etc/app/a" is 512, in octal 0o1000; give 0o000 to 0o777 [invalid-props]`,
  },
  {
    name: 'configuration size',
    build: worker({ config: { files: { '/etc/app/a': 'x'.repeat(1024 * 1024) } } }),
    want: `test/worker: the configuration holds 1048577 bytes; keep it within 1048576 [invalid-props]`,
  },
  {
    name: 'environment variable',
    build: worker({ env: { '1ST': 'x' } }),
    want: `test/worker: an environment variable is named "1ST"; use A-Z, a-z, 0-9, -, _ and ., not starting with a digit [invalid-name]`,
  },
  {
    name: 'configured environment variable',
    build: worker({ config: { environment: { 'a b': 'x' } } }),
    want: `test/worker: an environment variable is named "a b"; use A-Z, a-z, 0-9, -, _ and ., not starting with a digit [invalid-name]`,
  },
];

test.each(VOLUMES)('$name', ({ build, want }) => expect(misuseMessage(build)).toBe(want));
