import type { SecurityContext } from '../../../imports/k8s';
import { containerSecurityContext, type PodSecurityLevel } from '../../../lib/constructs/security/pod-security-level';

const CLOSED = { allowPrivilegeEscalation: false };
const DROPPED = { drop: ['ALL'] };

const ROWS: readonly { name: string; level: PodSecurityLevel; given?: SecurityContext; want: SecurityContext }[] = [
  {
    name: 'restricted drops everything',
    level: 'restricted',
    want: { ...CLOSED, capabilities: DROPPED, readOnlyRootFilesystem: true },
  },
  { name: 'baseline leaves capabilities to the image', level: 'baseline', want: CLOSED },
  { name: 'privileged asks for nothing by itself', level: 'privileged', want: CLOSED },
  {
    name: 'what is added leaves the rest dropped',
    level: 'restricted',
    given: { capabilities: { add: ['NET_BIND_SERVICE'] }, readOnlyRootFilesystem: false },
    want: { ...CLOSED, capabilities: { ...DROPPED, add: ['NET_BIND_SERVICE'] }, readOnlyRootFilesystem: false },
  },
  {
    name: 'a privileged container escalates',
    level: 'privileged',
    given: { privileged: true },
    want: { privileged: true },
  },
  {
    name: 'so does one that administers the system',
    level: 'privileged',
    given: { capabilities: { add: ['CAP_SYS_ADMIN'] } },
    want: { capabilities: { add: ['CAP_SYS_ADMIN'] } },
  },
];

test.each(ROWS)('$name', ({ level, given, want }) => expect(containerSecurityContext(level, given)).toEqual(want));
