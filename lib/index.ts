// The one public door: what an app, a component or a library of components may import.

export type { PodSecurityContext, SecurityContext } from '../imports/k8s';
export { type SynthesizeProps, synthesize } from './cli/synthesize';
export { type AutoscalerProps, Autoscaling } from './constructs/autoscaling/autoscaling';
export type { AutoscalingProps } from './constructs/autoscaling/autoscaling-props';
export type { Behavior, ScalingPolicy, ScalingRules } from './constructs/autoscaling/behavior';
export { GENTLE_SCALE_DOWN, NO_SCALE_DOWN } from './constructs/autoscaling/behaviors';
export type { Metric, ObjectRef } from './constructs/autoscaling/metric';
export { ClusterAutoscaler, type ClusterAutoscalerProps } from './constructs/cluster-autoscaler/cluster-autoscaler';
export type { OpenShiftProps } from './constructs/cluster-autoscaler/openshift-autoscaler';
export type { AutoscalerProvider } from './constructs/cluster-autoscaler/provider';
export type {
  AutoscalerSettings,
  Expander,
  ResourceLimits,
  ScaleDownSettings,
} from './constructs/cluster-autoscaler/settings';
export { clusterOf } from './constructs/cluster-of';
export { Configuration, type ConfigurationProps } from './constructs/configuration/configuration';
export type { ConfigFile, ConfigProps } from './constructs/configuration/container-config';
export type {
  ConfigMapRef,
  Environment,
  EnvironmentSource,
  EnvironmentValue,
} from './constructs/configuration/environment';
export { kubeObject } from './constructs/kube-object';
export type { ExposureProps } from './constructs/networking/exposure';
export type { GatewayRef, HttpRouteProps } from './constructs/networking/http-route';
export type { IngressProps } from './constructs/networking/ingress';
export type { NetworkProps } from './constructs/networking/network-policy';
export type { Peer, PeerOnPorts } from './constructs/networking/peers';
export type { PortProps } from './constructs/networking/ports';
export type { ServiceProps } from './constructs/networking/service';
export type { ServingProps } from './constructs/networking/serving';
export {
  labelAbove,
  labelBelow,
  labelDoesNotExist,
  labelExists,
  labelIn,
  labelNotIn,
  type NodeRequirement,
} from './constructs/placement/node-requirement';
export {
  HOSTNAME,
  type NodeTerm,
  type Placement,
  type PodTerm,
  type SpreadConstraint,
  type Toleration,
  type Weighted,
  ZONE,
} from './constructs/placement/placement';
export { onPool, preferNodes, requireNodes, tolerateEverything } from './constructs/placement/placements';
export { PriorityClass, type PriorityClassProps } from './constructs/placement/priority-class';
export { YamlFile, type YamlFileProps } from './constructs/raw/yaml-file';
export { type ConstructFinding, report } from './constructs/report';
export type { AccessProps, ExistingRole, ResourceRule, UrlRule } from './constructs/security/access';
export type { ServiceAccountProps } from './constructs/security/service-account';
export type { AccessMode } from './constructs/storage/access-modes';
export type { StorageDriver } from './constructs/storage/driver-parameters';
export type { AzureDiskParameters } from './constructs/storage/parameters/azure-disk';
export type { EbsParameters } from './constructs/storage/parameters/ebs';
export type { GcePdParameters } from './constructs/storage/parameters/gce-pd';
export {
  PersistentVolume,
  type PersistentVolumeProps,
  type PersistentVolumeSource,
} from './constructs/storage/persistent-volume';
export { StorageClass, type StorageClassProps } from './constructs/storage/storage-class';
export {
  type DataSource,
  VolumeClaim,
  type VolumeClaimProps,
  type VolumeClaimSpecProps,
} from './constructs/storage/volume-claim';
export { VolumeSnapshotClass, type VolumeSnapshotClassProps } from './constructs/storage/volume-snapshot-class';
export { BatchJob, type BatchJobProps } from './constructs/workload/batch-job';
export type { ContainerProps, InitContainerProps, SidecarProps } from './constructs/workload/container-props';
export { CronTask, type CronTaskProps } from './constructs/workload/cron-task';
export type { DeploymentStrategyProps } from './constructs/workload/deployment';
export type { DisruptionProps } from './constructs/workload/disruption-budget';
export { resolveImage } from './constructs/workload/image';
export type { JobProps } from './constructs/workload/job-spec';
export type { Hook, LifecycleProps } from './constructs/workload/lifecycle';
export type { MountProps, Mounts } from './constructs/workload/mounts';
export { type AgentStrategyProps, NodeAgent, type NodeAgentProps } from './constructs/workload/node-agent';
export type { PodProps } from './constructs/workload/pod-props';
export { PodTask, type PodTaskProps } from './constructs/workload/pod-task';
export type { HealthCheck, HttpCheck, Probe, Probes } from './constructs/workload/probes';
export type { ExternallyScaled, ReplicaProps, Replicas } from './constructs/workload/replicas';
export type { ResourceProps } from './constructs/workload/resources';
export {
  StatefulService,
  type StatefulServiceProps,
  type StatefulStrategyProps,
} from './constructs/workload/stateful-service';
export type { ClaimRef, VolumeSource, Volumes } from './constructs/workload/volumes';
export { WebService, type WebServiceProps } from './constructs/workload/web-service';
export { Worker, type WorkerProps } from './constructs/workload/worker';
export { Workload } from './constructs/workload/workload';
export type { CheckId } from './core/catalogue';
export { BayplanError } from './core/errors';
export type { Finding, Severity } from './core/finding';
export type { Json, JsonObject } from './core/json';
export type {
  AutoscalerTotals,
  Cluster,
  External,
  Images,
  KubernetesMinor,
  Mutator,
  Platform,
  Reserved,
  ReservedPod,
  VolumeDriver,
} from './facts/cluster';
export type { Delivery, Engine, GitSource, OciSource, Source } from './facts/delivery';
export type { NodePool, Resources, ScaledBy, Taint, TaintEffect } from './facts/node-pool';
export type {
  Component,
  ComponentProps,
  Dependency,
  HelmChart,
  NamespaceProps,
  PodSecurityLevel,
  ProvidedKind,
} from './render/component';
export { defineComponent } from './render/define-component';
