import type { Construct } from 'constructs';
import { misuse } from '../validation/misuse';
import { type AzureDiskParameters, azureDiskParameters } from './parameters/azure-disk';
import { type EbsParameters, ebsParameters } from './parameters/ebs';
import { type GcePdParameters, gcePdParameters } from './parameters/gce-pd';
import type { ParameterValue } from './parameters/parameter-table';
import { checkedProvisioner, NO_PROVISIONER } from './provisioners';

/** Who makes the volumes of a class, and how: exactly one of these. */
export type StorageDriver =
  /** Amazon EBS, `ebs.csi.aws.com`: encrypted gp3 by default. */
  | { readonly ebs: EbsParameters }
  /** Google Persistent Disk and Hyperdisk, `pd.csi.storage.gke.io`: pd-balanced by default. */
  | { readonly gcePd: GcePdParameters }
  /** Azure managed disks, `disk.csi.azure.com`: Premium_LRS by default. */
  | { readonly azureDisk: AzureDiskParameters }
  /** Volumes of nodes that exist already, `kubernetes.io/no-provisioner`. */
  | { readonly local: true }
  /** Any other driver, with parameters that only it knows; those of the drivers above are checked all the same. */
  | { readonly provisioner: string; readonly parameters?: Readonly<Record<string, ParameterValue>> };

/** A driver and its parameters as a StorageClass has them. */
export interface ResolvedDriver {
  readonly provisioner: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Whether volumes can grow: known of the clouds’ drivers. */
  readonly canExpand: boolean;
}

type Rules = (
  scope: Construct,
  driver: string,
  given: Readonly<Record<string, ParameterValue>>,
) => Record<string, string>;

const DRIVERS: Readonly<Record<string, Rules>> = {
  'ebs.csi.aws.com': ebsParameters as Rules,
  'ebs.csi.eks.amazonaws.com': ebsParameters as Rules,
  'pd.csi.storage.gke.io': gcePdParameters as Rules,
  'disk.csi.azure.com': azureDiskParameters as Rules,
};

const WAYS = ['ebs', 'gcePd', 'azureDisk', 'local', 'provisioner'] as const;

/**
 * The driver of a class.
 *
 * @throws {BayplanError} `invalid-props` for none or several drivers, a removed one, and parameters that it refuses.
 */
export function resolveDriver(scope: Construct, given: StorageDriver): ResolvedDriver {
  const ways = WAYS.filter((way) => way in given);
  if (ways.length !== 1) {
    const found = ways.length === 0 ? 'the class has no driver' : `the class has the drivers ${ways.join(' and ')}`;
    misuse(scope, found, `give one of ${WAYS.join(', ')}`);
  }
  if ('ebs' in given) return cloudDriver(scope, 'ebs.csi.aws.com', given.ebs);
  if ('gcePd' in given) return cloudDriver(scope, 'pd.csi.storage.gke.io', given.gcePd);
  if ('azureDisk' in given) return cloudDriver(scope, 'disk.csi.azure.com', given.azureDisk);
  if ('local' in given) return { provisioner: NO_PROVISIONER, parameters: {}, canExpand: false };
  const provisioner = checkedProvisioner(scope, given.provisioner);
  const { parameters = {} } = given;
  if (DRIVERS[provisioner]) return cloudDriver(scope, provisioner, parameters);
  if (provisioner === NO_PROVISIONER && Object.keys(parameters).length > 0) {
    misuse(scope, `${NO_PROVISIONER} has parameters`, 'leave them out: no volume is ever made');
  }
  const texts = Object.entries(parameters).map(([key, value]) => [key, String(value)]);
  return { provisioner, parameters: Object.fromEntries(texts), canExpand: false };
}

function cloudDriver(scope: Construct, provisioner: string, parameters: object): ResolvedDriver {
  const rules = DRIVERS[provisioner];
  const given = parameters as Readonly<Record<string, ParameterValue>>;
  return { provisioner, parameters: rules ? rules(scope, provisioner, given) : {}, canExpand: true };
}
