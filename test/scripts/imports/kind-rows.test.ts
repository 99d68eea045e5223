import { compareVersions, kindRows, mergeKinds, type Paths } from '../../../scripts/imports/kind-rows';
import { kindsFile } from '../../../scripts/imports/kinds-file';

const put = (group: string, version: string, kind: string) => ({
  put: { 'x-kubernetes-group-version-kind': { group, version, kind } },
});

test('a kind is what can be put by name, and namespaced where its path says so', () => {
  const paths: Paths = {
    '/api/v1/namespaces/{name}': put('', 'v1', 'Namespace'),
    '/api/v1/namespaces/{namespace}/pods/{name}': put('', 'v1', 'Pod'),
    '/api/v1/namespaces/{namespace}/pods/{name}/status': put('', 'v1', 'Pod'),
    '/apis/apps/v1/namespaces/{namespace}/deployments/{name}/scale': put('autoscaling', 'v1', 'Scale'),
    '/apis/authentication.k8s.io/v1/tokenreviews': { post: put('authentication.k8s.io', 'v1', 'TokenReview').put },
  };
  expect(kindRows(paths)).toEqual([
    { group: '', kind: 'Namespace', versions: ['v1'], namespaced: false },
    { group: '', kind: 'Pod', versions: ['v1'], namespaced: true },
  ]);
});

test('the versions of a kind meet in one row, the preferred one first', () => {
  const row = (version: string) => ({ group: 'g', kind: 'Crane', versions: [version], namespaced: true });
  const other = { group: 'a', kind: 'Crane', versions: ['v1'], namespaced: false };
  expect(mergeKinds([row('v1beta1'), row('v1'), other, row('v1')])).toEqual([
    other,
    { group: 'g', kind: 'Crane', versions: ['v1', 'v1beta1'], namespaced: true },
  ]);
});

test('versions are ordered as Kubernetes prefers them', () => {
  const ordered = ['v10', 'v2', 'v1', 'v11beta2', 'v10beta3', 'v3beta1', 'v12alpha1', 'v11alpha2', 'foo1', 'foo10'];
  expect([...ordered].reverse().sort(compareVersions)).toEqual(ordered);
});

test('a row is one line of the table', () => {
  expect(kindsFile([{ group: '', kind: 'Pod', versions: ['v1'], namespaced: true }])).toContain(
    "\n  { group: '', kind: 'Pod', versions: ['v1'], namespaced: true },\n];\n",
  );
});
