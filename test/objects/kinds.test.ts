import { isNamespaced, kindIsAmbiguous } from '../../lib/objects/kinds';

test.each([
  { name: 'a core kind', group: '', kind: 'Pod', want: true },
  { name: 'a cluster-wide core kind', group: '', kind: 'Namespace', want: false },
  { name: 'a kind of a named group', group: 'apps', kind: 'Deployment', want: true },
  { name: 'a cluster-wide kind of a named group', group: 'storage.k8s.io', kind: 'StorageClass', want: false },
  { name: 'a kind that is served as beta only', group: 'certificates.k8s.io', kind: 'ClusterTrustBundle', want: false },
  { name: 'an imported kind', group: 'argoproj.io', kind: 'Application', want: true },
  { name: 'a cluster-wide imported kind', group: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshotClass', want: false },
  { name: 'a kind without a published CRD', group: 'helm.toolkit.fluxcd.io', kind: 'HelmRelease', want: true },
  { name: 'a right kind in a wrong group', group: 'apps', kind: 'Pod', want: undefined },
  { name: 'an unknown kind', group: 'example.com', kind: 'Crane', want: undefined },
  {
    name: 'a review, which is no object to ship',
    group: 'authentication.k8s.io',
    kind: 'TokenReview',
    want: undefined,
  },
  { name: 'a name that every map inherits', group: '', kind: 'constructor', want: undefined },
])('isNamespaced: $name', ({ group, kind, want }) => expect(isNamespaced(group, kind)).toBe(want));

test.each([
  { kind: 'Event', want: true },
  { kind: 'Deployment', want: false },
  { kind: 'Crane', want: false },
])('kindIsAmbiguous($kind) is $want', ({ kind, want }) => expect(kindIsAmbiguous(kind)).toBe(want));
