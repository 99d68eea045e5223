import { misuseMessage } from '../../support/misuse-message';
import { agent, type Misuse, untyped, web, worker } from '../../support/workloads';

const SECURITY: readonly Misuse[] = [
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
    name: 'annotations of an account of others',
    build: worker({ serviceAccount: { existing: 'robot', annotations: { a: 'b' } } }),
    want: `test/worker: the service account "robot" exists without the workload, and annotations are given; write them where the account is made [invalid-props]`,
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

test.each(SECURITY)('$name', ({ build, want }) => expect(misuseMessage(build)).toBe(want));
