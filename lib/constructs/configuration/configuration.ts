import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { objectLabels } from '../labels';
import type { TextMap } from '../validation/checked-labels';
import { checkedName } from '../validation/checked-name';
import { configMap } from './config-map';

export interface ConfigurationProps {
  /** Name, before the hash. @default the construct’s id */
  readonly name?: string;
  /** Texts by key: a file’s name, or an environment variable’s. */
  readonly data?: TextMap;
  /** Base64-encoded bytes by key. */
  readonly binaryData?: TextMap;
  readonly labels?: TextMap;
  /**
   * What a change does.
   *
   * `roll`: the ConfigMap is immutable and its name ends in a hash of its content, so that pods that use it are replaced;
   * the engine prunes the old one. `reload`: the name stays, and pods that mount it see new files after a minute or so;
   * they have to watch them.
   *
   * @default roll
   */
  readonly onChange?: 'roll' | 'reload';
}

/**
 * Configuration that is no secret, as a ConfigMap that several workloads may share.
 *
 * @throws {BayplanError} `invalid-name`, or `invalid-props` for a key that is no file name, a key given twice, or more
 * than 1 MiB.
 */
export class Configuration extends Construct {
  /** Name of the ConfigMap, for environment variables and volumes. */
  readonly name: string;
  readonly configMap: ApiObject;

  constructor(scope: Construct, id: string, props: ConfigurationProps) {
    super(scope, id);
    const name = checkedName(this, 'the configuration', props.name ?? id);
    const owner = { name, labels: objectLabels(this, name, props.labels) };
    const { data, binaryData, onChange = 'roll' } = props;
    this.configMap = configMap(this, 'config-map', owner, { data, binaryData, hashed: onChange === 'roll' });
    this.name = this.configMap.name;
  }
}
