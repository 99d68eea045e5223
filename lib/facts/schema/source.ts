import { z } from 'zod';
import { fact, word } from './leaf';
import { dnsSubdomain } from './names';

const GIT_URL = /^(https?|ssh|git):\/\/[^\s/]+\/\S+$|^[^\s@:/]+@[^\s:/]+:\S+$/;
const OCI_URL = /^oci:\/\/[^\s/]+\/\S+$/;
const REVISION = /^(refs\/\S+|[0-9a-f]{40}|[0-9a-f]{64})$/;
const FOLDER = /^(\.|(?!\.{1,2}(\/|$))[^\s/]+(\/(?!\.{1,2}(\/|$))[^\s/]+)*)$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;

const folder = word(
  { description: 'Folder of the output, relative; . for the root.', pattern: FOLDER.source, examples: ['dist'] },
  (value) => FOLDER.test(value),
  'a relative folder without . or .. parts',
);

const secretRef = fact(
  dnsSubdomain('Existing Secret with credentials, in the engine’s namespace.', 'gitops-credentials'),
);

const git = z
  .strictObject({
    url: fact(
      word(
        {
          description: 'Repository that the engine reads.',
          pattern: GIT_URL.source,
          examples: ['https://git.example.com/fleet.git'],
        },
        (value) => GIT_URL.test(value),
        'a Git URL: https://…, ssh://… or user@host:path',
      ),
    ),
    revision: fact(
      word(
        { description: 'Fully qualified ref or commit.', pattern: REVISION.source, examples: ['refs/heads/main'] },
        (value) => REVISION.test(value),
        'a fully qualified ref (refs/heads/…, refs/tags/…) or a whole commit hash',
      ),
    ),
    path: fact(folder),
    secretRef,
  })
  .meta({ description: 'A Git repository.' });

const oci = z
  .strictObject({
    url: fact(
      word(
        {
          description: 'Artifact in a registry.',
          pattern: OCI_URL.source,
          examples: ['oci://registry.example.com/fleet'],
        },
        (value) => OCI_URL.test(value),
        'an OCI URL: oci://registry/path',
      ),
    ),
    tag: fact(
      word(
        { description: 'Tag of the artifact.', pattern: TAG.source, examples: ['main'] },
        (value) => TAG.test(value),
        'a tag: at most 128 of A-Z, a-z, 0-9, _, . and -',
      ),
    ),
    path: fact(folder),
    secretRef,
  })
  .meta({ description: 'Flux only: the output, pushed as an OCI artifact.' });

/** Where the engine finds the output: one of the two. A higher layer that names the other kind replaces the lower one. */
export const source = z.strictObject({ git: fact(git), oci: fact(oci) }).meta({
  id: 'Source',
  description: 'Where a GitOps engine finds the output: in a Git repository or, for Flux, an OCI artifact.',
});
