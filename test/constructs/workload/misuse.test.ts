import type { Chart } from 'cdk8s';
import { BatchJob, type BatchJobProps } from '../../../lib/constructs/workload/batch-job';
import { CronTask, type CronTaskProps } from '../../../lib/constructs/workload/cron-task';
import { NodeAgent, type NodeAgentProps } from '../../../lib/constructs/workload/node-agent';
import { StatefulService, type StatefulServiceProps } from '../../../lib/constructs/workload/stateful-service';
import { WebService, type WebServiceProps } from '../../../lib/constructs/workload/web-service';
import { Worker, type WorkerProps } from '../../../lib/constructs/workload/worker';
import { misuseMessage } from '../../support/misuse-message';

const BASE = { image: 'app:1', cpu: '100m', memory: '128Mi' };
const SIDE = { ...BASE, name: 'side' };
const CLAIM = { size: '1Gi', storageClass: 'fast' };

/** What types refuse and JavaScript does not. */
function untyped<T>(value: unknown): T {
  return value as T;
}

const web =
  (props: Partial<WebServiceProps>, id = 'web') =>
  (chart: Chart) =>
    new WebService(chart, id, { ...BASE, port: 8080, ...props });
const worker =
  (props: Partial<WorkerProps>, id = 'worker') =>
  (chart: Chart) =>
    new Worker(chart, id, { ...BASE, ...props });
const stateful =
  (props: Partial<StatefulServiceProps>, id = 'store') =>
  (chart: Chart) =>
    new StatefulService(chart, id, { ...BASE, ...props });
const agent = (props: Partial<NodeAgentProps>) => (chart: Chart) =>
  new NodeAgent(chart, 'agent', { ...BASE, ...props });
const job = (props: Partial<BatchJobProps>) => (chart: Chart) => new BatchJob(chart, 'job', { ...BASE, ...props });
const cron = (props: Partial<CronTaskProps>) => (chart: Chart) =>
  new CronTask(chart, 'cron', { ...BASE, schedule: '@daily', ...props });

interface Row {
  readonly name: string;
  readonly build: (chart: Chart) => unknown;
  readonly want: string;
}

const NAMES: readonly Row[] = [
  {
    name: 'name that is no DNS label',
    build: web({}, 'Front_End'),
    want: `test/Front_End: the workload is named "Front_End"; use at most 63 of a-z, 0-9 and -, starting and ending with a letter or digit [invalid-name]`,
  },
  {
    name: 'Service name that starts with a digit',
    build: web({}, '2048'),
    want: `test/2048: the Service is named "2048"; use at most 63 of a-z, 0-9 and -, starting with a letter and ending with a letter or digit [invalid-name]`,
  },
  {
    name: 'StatefulSet name that leaves no room',
    build: stateful({}, 'x'.repeat(53)),
    want: `test/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx: the workload is named "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", 53 characters long; use at most 52, because Kubernetes appends to it [invalid-name]`,
  },
  {
    name: 'container name',
    build: worker({ containerName: 'Main' }),
    want: `test/worker: a container is named "Main"; use at most 63 of a-z, 0-9 and -, starting and ending with a letter or digit [invalid-name]`,
  },
  {
    name: 'two containers of one name',
    build: worker({ containers: [{ ...BASE, name: 'worker' }] }),
    want: `test/worker: two containers are named "worker"; give each container and init container a name of its own [duplicate-name]`,
  },
  {
    name: 'init container and sidecar of one name',
    build: worker({ initContainers: [SIDE, { ...SIDE, sidecar: true }] }),
    want: `test/worker: two containers are named "side"; give each container and init container a name of its own [duplicate-name]`,
  },
  {
    name: 'label value',
    build: worker({ labels: { team: 'the web team' } }),
    want: `test/worker: a label "team" has the value "the web team"; use at most 63 of A-Z, a-z, 0-9, -, _ and ., starting and ending with a letter or digit [invalid-props]`,
  },
  {
    name: 'label key',
    build: worker({ podLabels: { 'a/b/c': 'x' } }),
    want: `test/worker: a label has the key "a/b/c"; use at most 63 of A-Z, a-z, 0-9, -, _ and ., with an optional DNS prefix such as example.com/ [invalid-props]`,
  },
  {
    name: 'label of the selector',
    build: worker({ labels: { 'app.kubernetes.io/name': 'other' } }),
    want: `test/worker: the label app.kubernetes.io/name is "other", while selectors need "worker"; leave the label out [invalid-props]`,
  },
  {
    name: 'annotation key',
    build: worker({ annotations: { 'no spaces': 'x' } }),
    want: `test/worker: the annotations of the workload have the key "no spaces"; use at most 63 of A-Z, a-z, 0-9, -, _ and ., with an optional DNS prefix such as example.com/ [invalid-props]`,
  },
  {
    name: 'service account',
    build: worker({ serviceAccount: { existing: 'Robot' } }),
    want: `test/worker: the service account is named "Robot"; use at most 253 of a-z, 0-9, - and ., each part starting and ending with a letter or digit [invalid-name]`,
  },
];

const SIZES: readonly Row[] = [
  {
    name: 'quantity that is none',
    build: worker({ cpu: '100 m' }),
    want: `test/worker: the cpu of container "worker" is "100 m", not a Kubernetes quantity; write a number with an optional suffix, such as 250m, 2, 512Mi or 10Gi [invalid-quantity]`,
  },
  {
    name: 'zero',
    build: worker({ cpu: '0' }),
    want: `test/worker: the cpu of container "worker" is 0; give an amount above zero [invalid-quantity]`,
  },
  {
    name: 'negative',
    build: worker({ memory: '-1Gi' }),
    want: `test/worker: the memory of container "worker" is -1Gi; give an amount above zero [invalid-quantity]`,
  },
  {
    name: 'limit below request',
    build: worker({ memoryLimit: '64Mi' }),
    want: `test/worker: the limit of memory of container "worker" is 64Mi, below the request of 128Mi; give at least 128Mi [invalid-props]`,
  },
  {
    name: 'cpu limit below request',
    build: worker({ cpuLimit: '0.05' }),
    want: `test/worker: the limit of cpu of container "worker" is 0.05, below the request of 100m; give at least 100m [invalid-props]`,
  },
  {
    name: 'extended resource',
    build: worker({ extendedResources: { gpu: '1' } }),
    want: `test/worker: container "worker" asks for the resource "gpu"; use a name such as nvidia.com/gpu [invalid-props]`,
  },
  {
    name: 'replicas',
    build: worker({ replicas: -1 }),
    want: `test/worker: replicas is -1; give a whole number, 0 or more [invalid-props]`,
  },
  {
    name: 'half a replica',
    build: worker({ replicas: 1.5 }),
    want: `test/worker: replicas is 1.5; give a whole number, 0 or more [invalid-props]`,
  },
  {
    name: 'bounds',
    build: worker({ replicas: { scaledElsewhere: { min: 3, max: 2 } } }),
    want: `test/worker: replicas are 3 to 2; give a minimum within the maximum [min-over-max]`,
  },
  {
    name: 'image',
    build: worker({ image: 'Nginx:1' }),
    want: `test/worker: the image is "Nginx:1"; write [registry/]path[:tag][@digest], the path in lower case [invalid-props]`,
  },
  {
    name: 'budget that blocks',
    build: worker({ replicas: 2, disruption: { maxUnavailable: '0%' } }),
    want: `test/worker: maxUnavailable of the disruption budget is 0%, which blocks every eviction; give 1 or more, or disruption: 'none' [invalid-props]`,
  },
  {
    name: 'budget that is no share',
    build: worker({ replicas: 2, disruption: { maxUnavailable: 'half' } }),
    want: `test/worker: maxUnavailable of the disruption budget is "half"; give a whole number or a percentage from 0% to 100% [invalid-props]`,
  },
  {
    name: 'strategy that stands still',
    build: worker({ strategy: { type: 'RollingUpdate', maxSurge: 0, maxUnavailable: '0%' } }),
    want: `test/worker: maxSurge and maxUnavailable of the strategy are both zero; give one of them more: nothing could move [invalid-props]`,
  },
  {
    name: 'rollout without time',
    build: worker({ minReadySeconds: 600 }),
    want: `test/worker: progressDeadlineSeconds is 600, with minReadySeconds of 600; give more: no rollout could succeed [invalid-props]`,
  },
  {
    name: 'grace period',
    build: worker({ terminationGracePeriodSeconds: -1 }),
    want: `test/worker: terminationGracePeriodSeconds is -1; give a whole number, 0 or more [invalid-props]`,
  },
  {
    name: 'agents that need one port twice',
    build: agent({ podSecurity: 'privileged', hostNetwork: true, strategy: { type: 'RollingUpdate', maxSurge: 1 } }),
    want: `test/agent: the strategy puts two pods on a node whose ports they both need; use maxUnavailable [invalid-props]`,
  },
  {
    name: 'agents that stand still',
    build: agent({ strategy: { type: 'RollingUpdate', maxUnavailable: 0 } }),
    want: `test/agent: maxUnavailable of the strategy is 0; give 1 or more: nothing could move [invalid-props]`,
  },
];

const PORTS: readonly Row[] = [
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
    want: `test/web: the workload is exposed, and its NetworkPolicy lets no traffic in; name the pods or addresses that it comes from in through, or in callers [invalid-props]`,
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
    build: web({ service: { headless: true, type: 'LoadBalancer' } }),
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

const VOLUMES: readonly Row[] = [
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

const SECURITY: readonly Row[] = [
  {
    name: 'hostPath under restricted',
    build: worker({ volumes: { logs: { hostPath: '/var/log' } }, mounts: { '/logs': 'logs' } }),
    want: `test/worker: Pod Security "restricted" forbids the hostPath volume "logs"; take it out, or set podSecurity: 'privileged' here and on the namespace [pod-security]`,
  },
  {
    name: 'host network under baseline',
    build: agent({ podSecurity: 'baseline', hostNetwork: true, hostPID: true }),
    want: `test/agent: Pod Security "baseline" forbids hostNetwork, hostPID; take it out, or set podSecurity: 'privileged' here and on the namespace [pod-security]`,
  },
  {
    name: 'root under restricted',
    build: worker({ podSecurityContext: { runAsUser: 0 }, securityContext: { runAsNonRoot: false } }),
    want: `test/worker: Pod Security "restricted" forbids runAsUser 0 of the pod, runAsNonRoot false of container "worker"; take it out, or set podSecurity: 'baseline' here and on the namespace [pod-security]`,
  },
  {
    name: 'capability under restricted',
    build: worker({ securityContext: { capabilities: { add: ['CHOWN', 'NET_ADMIN'] } } }),
    want: `test/worker: Pod Security "restricted" forbids the capability NET_ADMIN of container "worker", the capability CHOWN of container "worker"; take it out, or set podSecurity: 'privileged' here and on the namespace [pod-security]`,
  },
  {
    name: 'capabilities kept under restricted',
    build: worker({ securityContext: { capabilities: { drop: ['KILL'] } } }),
    want: `test/worker: Pod Security "restricted" forbids capabilities of container "worker" that are not dropped; take it out, or set podSecurity: 'baseline' here and on the namespace [pod-security]`,
  },
  {
    name: 'privileged under restricted',
    build: worker({ securityContext: { privileged: true } }),
    want: `test/worker: Pod Security "restricted" forbids privileged container "worker", allowPrivilegeEscalation of container "worker"; take it out, or set podSecurity: 'privileged' here and on the namespace [pod-security]`,
  },
  {
    name: 'NFS under restricted',
    build: worker({ volumes: { nfs: { nfs: { server: 'nas', path: '/x' } } }, mounts: { '/nfs': 'nfs' } }),
    want: `test/worker: Pod Security "restricted" forbids the type of the volume "nfs"; take it out, or set podSecurity: 'baseline' here and on the namespace [pod-security]`,
  },
  {
    name: 'sysctl and host port',
    build: worker({
      podSecurityContext: { sysctls: [{ name: 'kernel.msgmax', value: '1' }] },
      ports: [{ name: 'dns', number: 53, hostPort: 53 }],
    }),
    want: `test/worker: Pod Security "restricted" forbids the sysctl kernel.msgmax, hostPort 53 of container "worker"; take it out, or set podSecurity: 'privileged' here and on the namespace [pod-security]`,
  },
  {
    name: 'Unconfined',
    build: worker({
      podSecurity: 'baseline',
      podSecurityContext: { seccompProfile: { type: 'Unconfined' } },
      securityContext: { seLinuxOptions: { type: 'spc_t' } },
    }),
    want: `test/worker: Pod Security "baseline" forbids the seccomp profile Unconfined of the pod, the SELinux type of container "worker"; take it out, or set podSecurity: 'privileged' here and on the namespace [pod-security]`,
  },
  {
    name: 'probe of another host',
    build: web({ probes: { readiness: { http: '/', host: 'other' } } }),
    want: `test/web: Pod Security "restricted" forbids the host of a probe or hook of container "web"; take it out, or set podSecurity: 'privileged' here and on the namespace [pod-security]`,
  },
  {
    name: 'access without verbs',
    build: worker({ access: { rules: [untyped({ apiGroups: [''], resources: ['pods'], verbs: [] })] } }),
    want: `test/worker: the access rule for pods has no verbs; name at least one, such as get [invalid-props]`,
  },
  {
    name: 'access without groups',
    build: worker({ access: { rules: [untyped({ resources: ['pods'], verbs: ['get'] })] } }),
    want: `test/worker: the access rule for pods has no API groups; name at least one; '' is the core group [invalid-props]`,
  },
];

const TASKS: readonly Row[] = [
  {
    name: 'schedule',
    build: cron({ schedule: '17 3 * *' }),
    want: `test/cron: the schedule is "17 3 * *": it has 4 fields; give minute, hour, day of month, month and day of week, such as 17 3 * * mon-fri [invalid-props]`,
  },
  {
    name: 'schedule with a time zone',
    build: cron({ schedule: 'TZ=UTC 17 3 * * *' }),
    want: `test/cron: the schedule is "TZ=UTC 17 3 * * *": it names a time zone; give timeZone instead [invalid-props]`,
  },
  {
    name: 'time zone',
    build: cron({ timeZone: 'CET+1' }),
    want: `test/cron: the time zone is "CET+1"; use a name of the time zone database, such as Europe/Berlin or Etc/UTC [invalid-props]`,
  },
  {
    name: 'name that leaves no room',
    build: (chart) => new CronTask(chart, 'x'.repeat(53), { ...BASE, schedule: '@daily' }),
    want: `test/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx: the workload is named "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", 53 characters long; use at most 52, because Kubernetes appends to it [invalid-name]`,
  },
  {
    name: 'starting deadline that the controller misses',
    build: cron({ startingDeadlineSeconds: 5 }),
    want: `test/cron: startingDeadlineSeconds is 5; give a whole number, 10 or more [invalid-props]`,
  },
  {
    name: 'parallelism',
    build: job({ parallelism: 0 }),
    want: `test/job: parallelism is 0; give a whole number, 1 or more [invalid-props]`,
  },
  {
    name: 'indexed without completions',
    build: job({ completionMode: 'Indexed' }),
    want: `test/job: completionMode is Indexed without completions; give completions [invalid-props]`,
  },
  {
    name: 'field of indexed tasks',
    build: job({ backoffLimitPerIndex: 1 }),
    want: `test/job: backoffLimitPerIndex is given, and the task is not Indexed; set completionMode: 'Indexed' [invalid-props]`,
  },
  {
    name: 'failure policy that restarts',
    build: job({ restartPolicy: 'OnFailure', podFailurePolicy: { rules: [] } }),
    want: `test/job: podFailurePolicy is given, with restartPolicy OnFailure; set restartPolicy: 'Never' [invalid-props]`,
  },
];

describe.each([
  { group: 'names', rows: NAMES },
  { group: 'sizes', rows: SIZES },
  { group: 'ports and callers', rows: PORTS },
  { group: 'volumes and configuration', rows: VOLUMES },
  { group: 'security', rows: SECURITY },
  { group: 'tasks', rows: TASKS },
])('misuse of $group', ({ rows }) => {
  test.each(rows)('$name', ({ build, want }) => expect(misuseMessage(build)).toBe(want));
});
