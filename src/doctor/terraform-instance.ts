// One resource of Terraform, whether it comes from its files or from `terraform show -json`.

export interface TerraformInstance {
  /** `aws_lambda_function.orders`, `module.shop.aws_lambda_alias.live["a"]`. */
  readonly address: string;
  /** `aws_lambda_alias`, or `module` with the source of a module that is known here. */
  readonly type: string;
  /** `main.tf:12`. */
  readonly where: string;
  /** As text with references; empty if there is none. */
  readonly get: (attribute: string) => string;
  readonly map: (attribute: string) => Readonly<Record<string, string>>;
  /** An attribute of each nested block of this type. */
  readonly nested: (block: string, attribute: string) => readonly string[];
  /** Whether Terraform ignores changes of an attribute; `undefined`: it is not known. */
  readonly ignores: (attribute: string) => boolean | undefined;
}

/** A path of a reference without what `count` and `for_each` of known instances do not change: `[0]`. */
export function normalized(path: string): string {
  return path.replace(/\[\d+\]/g, '').replace(/\.\*\./g, '.');
}
