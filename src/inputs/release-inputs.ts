import { bucketName, codeSources } from './code-fields.ts';
import type { InputGroup } from './declaration.ts';
import { anyText, SAM_CONFIG_FILE, samConfigFile } from './fields.ts';
import { file, list, map, numberOrMap, text, textMap } from './input-types.ts';
import { codeHashes, functions, stackName, versions } from './list-fields.ts';
import { functionNames, keyNames, nameOf } from './names.ts';

export const releaseInputs = {
  title: 'Release target',
  inputs: {
    functions: {
      type: list((text, region) => functions(region)(text)),
      default: '',
      open: true,
      combined: true,
      names: functionNames,
      doc: 'The Lambda functions to release: names or ARNs, separated by commas or line breaks.',
      details:
        'The action publishes a version of each function, unless `version` sets one. If empty, only the API definition is released; see `definition`.',
    },
    version: {
      type: numberOrMap(versions),
      default: '',
      combined: true,
      names: keyNames,
      doc: 'A published version to release, instead of publishing a new one.',
      details: '`8` for a single function, or `orders=8, payments=3`.',
    },
    'code-sha256': {
      type: textMap(codeHashes),
      default: '',
      combined: true,
      names: keyNames,
      doc: 'The hash of the code to release. Any other code is refused.',
      details:
        'Set the `CodeSha256` that Lambda returned to the deploying step: one hash for a single function, or `NAME=HASH` per line. Without it, the action releases the code that it finds.',
    },
    code: {
      type: map((sources, region) => codeSources(region)(sources)),
      default: '',
      combined: true,
      names: keyNames,
      doc: 'The code that the action uploads before it publishes, one `NAME=SOURCE` per line.',
      details:
        'A source is a ZIP file or a folder in the checkout, `s3://BUCKET/KEY#VERSION`, or an image in ECR with its digest. Code that a function already has is not uploaded again. Not for functions that something calls without a version or an alias. See [code](docs/code.md).',
    },
    'code-bucket': {
      // A logical ID has capital letters.
      type: text(bucketName, { pattern: '^[A-Za-z0-9][A-Za-z0-9./-]{1,254}$' }),
      default: '',
      combined: true,
      names: nameOf('bucket'),
      doc: 'A bucket in S3, in the same Region, for code of more than 50 MB.',
      details:
        'Lambda accepts at most 50 MB in a request. The action writes larger code to `canary-action/HASH.zip` in this bucket.',
    },
    stack: {
      type: text((value, region) => stackName(region)(value), {
        pattern: '^([A-Za-z][A-Za-z0-9-]{0,127}|arn:.+)$',
      }),
      default: '',
      combined: true,
      doc: 'A CloudFormation stack, also of SAM, CDK or Serverless, whose logical IDs can replace names.',
      details:
        'You can write them in `functions`, `alias`, `rest-api-id`, `stage-name`, `alarms`, hooks and all other inputs that take names, and also the keys of its outputs. With `alias` and without `functions`, the action releases every function of the stack that has this alias. See [names](docs/names.md).',
    },
    'outputs-file': {
      type: file,
      default: '',
      combined: true,
      doc: 'A file in the checkout with outputs of CDK or Terraform, whose keys can replace names.',
      details:
        'It is the file that `cdk deploy --outputs-file` or `terraform output -json` writes. See [names](docs/names.md).',
    },
    appspec: {
      type: file,
      default: '',
      combined: true,
      doc: 'A CodeDeploy AppSpec file in the checkout, in YAML or JSON.',
      details:
        'Replaces `functions`, which you cannot set with it. Also replaces `alias`, `version`, `pre-traffic-hook` and `post-traffic-hook`, unless you set them. The `CurrentVersion` in the file must match the version the alias points to.',
    },
    template: {
      type: file,
      default: '',
      combined: true,
      doc: 'A template of SAM or CloudFormation in the checkout, or serverless.yml with the canary plugin.',
      details:
        'In YAML or JSON, also as synthesized by CDK, or what `terraform show -json` writes. Functions with an `AutoPublishAlias` and a `DeploymentPreference`, and aliases that CodeDeploy updates, replace `functions`, `steps`, `alarms`, `pre-traffic-hook` and `post-traffic-hook`. If you set one of these inputs, it overrides the template.',
    },
    'sam-config': {
      type: text(samConfigFile, { name: 'file', pattern: SAM_CONFIG_FILE.source }),
      default: '',
      combined: true,
      doc: 'The settings file of `sam deploy` that has the parameters of the template, such as `samconfig.toml`.',
      details:
        'A TOML or YAML file in the checkout; `samconfig.toml#prod` is its environment `prod`. Its `parameter_overrides` are the parameters of the template; `template-parameters` takes precedence for each of them. If the template does not name a function or an alarm, and `stack` is not set, its `stack_name` is the stack to look in.',
    },
    'template-parameters': {
      type: map(anyText),
      default: '',
      combined: true,
      doc: 'Values that the template needs but does not contain, one `NAME=VALUE` per line.',
      details:
        'Several on one line are separated by spaces, as in `sam deploy --parameter-overrides`; put a value that contains `NAME=` in double quotes. Set parameters and `AWS::AccountId` by name. If the template does not name a function or an alarm, set its name by logical ID.',
    },
  },
} as const satisfies InputGroup;
