import * as fc from 'fast-check';
import { nearest } from '../../lib/core/nearest';

const PLATFORMS = ['eks', 'gke', 'aks', 'openshift', 'kubeadm', 'k3s', 'kind'];

test.each([
  { typo: 'openshfit', words: PLATFORMS, want: 'openshift' },
  { typo: 'kubadm', words: PLATFORMS, want: 'kubeadm' },
  { typo: 'KIND', words: PLATFORMS, want: 'kind' },
  { typo: 'eka', words: PLATFORMS, want: 'eks' },
  { typo: 'esk', words: PLATFORMS, want: 'eks' },
  { typo: 'vanilla', words: PLATFORMS, want: undefined },
  { typo: 'nodePool', words: ['nodePools', 'nodeName'], want: 'nodePools' },
  { typo: 'nodePol', words: ['nodePools', 'nodeName'], want: 'nodePools' },
  { typo: 'argo', words: ['argocd', 'flux', 'none'], want: 'argocd' },
  { typo: 'autoscaler', words: ['cluster-autoscaler', 'karpenter'], want: 'cluster-autoscaler' },
  { typo: 'pool', words: ['pool-a', 'pool-b'], want: undefined },
  { typo: 'ks', words: ['eks', 'gke'], want: 'eks' },
  { typo: 'c', words: ['a', 'b'], want: undefined },
  { typo: 'c', words: ['ca', 'b'], want: undefined },
  { typo: '', words: ['a', ''], want: undefined },
  { typo: 'web', words: [], want: undefined },
  { typo: 'eu-a', words: ['eu-b', 'eu-c'], want: 'eu-b' },
])('"$typo" of $words means $want', ({ typo, words, want }) => expect(nearest(typo, words)).toBe(want));

const word = fc.stringMatching(/^[a-z]{4,12}$/);

test('a known word is its own nearest', () => {
  fc.assert(fc.property(word, fc.array(word), (known, others) => nearest(known, [...others, known]) === known));
});

test('one swap, one letter more or one less is found', () => {
  fc.assert(
    fc.property(word, fc.nat(), fc.constantFrom('swap', 'insert', 'remove'), (known, seed, edit) => {
      const at = seed % (known.length - 1);
      const pair = known.slice(at, at + 2);
      const middle = { swap: [...pair].reverse().join(''), insert: `${pair}x`, remove: pair.charAt(0) }[edit];
      expect(nearest(known.slice(0, at) + middle + known.slice(at + 2), [known])).toBe(known);
    }),
  );
});

test('the answer is one of the words, whatever the order of the others', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), (typo, words) => {
      const answer = nearest(typo, words);
      expect(answer === undefined || words.includes(answer)).toBe(true);
      expect(nearest(typo, words.toReversed()) === undefined).toBe(answer === undefined);
    }),
  );
});
