import type { KindRow } from '../../../scripts/imports/kind-rows';
import { type Definitions, kubernetesTypes } from '../../../scripts/imports/kubernetes-types';
import type { Schema } from '../../../scripts/imports/schema';

const ref = (full: string): Schema => ({ $ref: `#/definitions/${full}` });

const kind = (group: string, version: string, name: string, properties: Readonly<Record<string, Schema>>): Schema => ({
  type: 'object',
  properties: { apiVersion: { type: 'string' }, kind: { type: 'string' }, ...properties },
  'x-kubernetes-group-version-kind': [{ group, version, kind: name }],
});

const row = (group: string, name: string): KindRow => ({ group, kind: name, versions: ['v1'], namespaced: true });

const DOCUMENT: Definitions = {
  'io.k8s.api.core.v1.Event': kind('', 'v1', 'Event', { port: ref('io.k8s.api.core.v1.Port') }),
  'io.k8s.api.events.v1.Event': kind('events.k8s.io', 'v1', 'Event', {
    ports: { type: 'array', items: ref('io.k8s.api.events.v1.Port') },
    status: ref('io.k8s.api.events.v1.EventStatus'),
  }),
  'io.k8s.api.events.v1beta1.Event': kind('events.k8s.io', 'v1beta1', 'Event', {}),
  'io.k8s.api.authentication.v1.TokenReview': kind('authentication.k8s.io', 'v1', 'TokenReview', {}),
  'io.k8s.api.core.v1.Port': {
    type: 'object',
    properties: { amount: ref('io.k8s.apimachinery.pkg.api.resource.Quantity'), since: ref('io.k8s.Time') },
  },
  'io.k8s.api.events.v1.Port': { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
  'io.k8s.api.events.v1.EventStatus': { type: 'object', properties: { phase: { type: 'string' } } },
  'io.k8s.apimachinery.pkg.api.resource.Quantity': { type: 'string' },
  'io.k8s.Time': { type: 'string', format: 'date-time' },
};

test('GA kinds and what they are made of, without status, reviews and betas, names told apart by their group', () => {
  expect(kubernetesTypes(DOCUMENT, [row('', 'Event'), row('events.k8s.io', 'Event')])).toBe(`export interface Event {
  readonly apiVersion?: 'v1' | undefined;
  readonly kind?: 'Event' | undefined;
  readonly port?: Port | undefined;
}

export interface EventsEvent {
  readonly apiVersion?: 'events.k8s.io/v1' | undefined;
  readonly kind?: 'Event' | undefined;
  readonly ports?: readonly EventsPort[] | undefined;
}

export interface EventsPort {
  readonly name: string;
}

export interface Port {
  readonly amount?: number | string | undefined;
  readonly since?: string | undefined;
}
`);
});

test('the order of the document does not matter', () => {
  const reversed = Object.fromEntries(Object.entries(DOCUMENT).reverse());
  const rows = [row('', 'Event'), row('events.k8s.io', 'Event')];
  expect(kubernetesTypes(reversed, [...rows].reverse())).toBe(kubernetesTypes(DOCUMENT, rows));
});
