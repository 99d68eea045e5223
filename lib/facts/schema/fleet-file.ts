import { z } from 'zod';
import { clusterFacts, clusterLayer } from './cluster';
import { mapOf } from './map-of';
import { dnsLabel } from './names';
import { source } from './source';

/**
 * The schema of `fleet.yaml`: its validation and `fleet.schema.json` come from here.
 *
 * It judges each layer for itself. What needs all layers together (required facts, bounds, zones, hubs) is judged on
 * the merged facts, in `lib/facts/rules` and `lib/facts/resolve`.
 */
export const fleetFile = z
  .strictObject({
    fleet: dnsLabel('Name of the fleet.', 'harbour'),
    source: source.optional(),
    defaults: clusterFacts
      .nullish()
      .meta({ description: 'Facts of every cluster that neither its tier nor itself states otherwise.' }),
    tiers: mapOf(
      dnsLabel('Name of the tier.', 'production'),
      clusterFacts.nullable(),
      'Facts of the clusters that name the tier; they win over the defaults.',
    ).nullish(),
    clusters: mapOf(
      dnsLabel('Name of the cluster.', 'eu-prod'),
      clusterLayer.nullable(),
      'The clusters by name; what a cluster states wins over its tier and the defaults.',
    ),
  })
  .meta({ title: 'Bayplan fleet', description: 'All clusters that one team describes together.' });

/** The file as it was written, valid layer by layer; quantities are text. */
export type FleetFile = z.output<typeof fleetFile>;

/** What a layer states, with nothing left to remove. */
export type ClusterFacts = Present<z.output<typeof clusterFacts>>;

type Present<T> = T extends readonly (infer Item)[]
  ? readonly Item[]
  : T extends object
    ? { readonly [Key in keyof T]: Present<Exclude<T[Key], null>> }
    : T;
