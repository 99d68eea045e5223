import { misuseMessage } from '../../support/misuse-message';
import { agent, BASE, cron, job, type Misuse, stateful, web, worker } from '../../support/workloads';

const SIDE = { ...BASE, name: 'side' };

const NAMES: readonly Misuse[] = [
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

const SIZES: readonly Misuse[] = [
  {
    name: 'quantity that is none',
    build: worker({ cpu: '100 m' }),
    want: `test/worker: the cpu of container "worker" is "100 m", not a Kubernetes quantity; write a number with an optional suffix, such as 250m, 2, 512Mi or 10Gi [invalid-quantity]`,
  },
  {
    name: 'no cpu, as code whose types nobody checks may have it',
    build: worker({ cpu: undefined as unknown as string }),
    want: `test/worker: container "worker" has no cpu request; give cpu, such as 100m [invalid-props]`,
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
    name: 'finer than a thousandth',
    build: worker({ cpu: '0.0005' }),
    want: `test/worker: the cpu of container "worker" is 0.0005, finer than a thousandth; give whole thousandths: the API server would round it up [invalid-quantity]`,
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

const TASKS: readonly Misuse[] = [
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
    build: cron({}, 'x'.repeat(53)),
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
  { group: 'tasks', rows: TASKS },
])('misuse of $group', ({ rows }) => {
  test.each(rows)('$name', ({ build, want }) => expect(misuseMessage(build)).toBe(want));
});
