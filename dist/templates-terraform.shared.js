// src/templates/terraform.ts
import {
  src_base_foreign_text_ts__parseJson as parseJson2
} from "./core.js";
import {
  src_base_listed_ts__listed as listed
} from "./core.js";
import {
  src_base_quote_ts__quote as quote
} from "./core.js";

// src/templates/terraform-deploy.ts
import {
  src_base_foreign_text_ts__parseJson as parseJson
} from "./core.js";

// src/templates/terraform-shown.ts
function readShown(whole) {
  const values = member(whole, "planned_values") ?? member(whole, "values");
  if (typeof whole.format_version !== "string") return void 0;
  if (!values && !("terraform_version" in whole)) return void 0;
  const prior = member(member(whole, "prior_state"), "values");
  const resources = [
    ...resourcesIn(member(values, "root_module"), ""),
    // Data that was read while planning is only there.
    ...resourcesIn(member(prior, "root_module"), "").filter(({ isData }) => isData)
  ];
  const configuration = member(member(whole, "configuration"), "root_module");
  const reading = {
    resources,
    modules: new Map(modulesIn(configuration, "")),
    variables: member(whole, "variables") ?? {}
  };
  return {
    resources,
    calls: [...reading.modules].flatMap(
      ([module, { call, caller }]) => call ? [
        {
          ...{ module, caller, source: textIn(call, "source") ?? "" },
          expressions: member(call, "expressions") ?? {}
        }
      ] : []
    ),
    valueOf: (expression, module) => evaluate(expression, module, reading, 0),
    expressionOf: ({ module, type, name }, attribute) => {
      const configured = reading.modules.get(withoutKeys(module))?.module;
      const found = membersIn(configured, "resources").find(
        (each) => textIn(each, "address") === `${type}.${name}`
      );
      return member(found, "expressions")?.[attribute];
    }
  };
}
function isMembers(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function member(of, name) {
  const value = of?.[name];
  return isMembers(value) ? value : void 0;
}
function membersIn(of, name) {
  const value = of?.[name];
  return Array.isArray(value) ? value.filter(isMembers) : [];
}
function textIn(of, name) {
  return asText(of?.[name]);
}
function asText(value) {
  if (typeof value === "string") return value === "" ? void 0 : value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : void 0;
}
function resourcesIn(module, address) {
  const own = membersIn(module, "resources").map((each) => ({
    ...{ address: textIn(each, "address") ?? "", module: address },
    ...{ type: textIn(each, "type") ?? "", name: textIn(each, "name") ?? "" },
    key: asText(each.index) ?? "",
    isData: each.mode === "data",
    values: member(each, "values") ?? {}
  }));
  const inner = membersIn(module, "child_modules").flatMap(
    (child) => resourcesIn(child, textIn(child, "address") ?? "")
  );
  return [...own, ...inner];
}
function modulesIn(module, address, call, caller = "") {
  if (!module) return [];
  const inner = Object.entries(member(module, "module_calls") ?? {}).flatMap(([name, each]) => {
    const path = `${address === "" ? "" : `${address}.`}module.${name}`;
    return isMembers(each) ? modulesIn(member(each, "module"), path, each, address) : [];
  });
  return [[address, { module, call, caller }], ...inner];
}
var MOST = 30;
function evaluate(expression, module, reading, depth) {
  if (!isMembers(expression) || depth > MOST) return void 0;
  if ("constant_value" in expression) return asText(expression.constant_value);
  const found = specific(expression.references).map(
    (each) => followed(each, module, reading, depth + 1)
  );
  const values = new Set(found.flatMap((each) => typeof each === "string" ? [] : [each.value]));
  const [only] = values;
  return found.includes("unknown") || values.size > 1 ? void 0 : only;
}
function specific(references) {
  const all = Array.isArray(references) ? references.filter((each) => typeof each === "string") : [];
  const isLonger = (one, other) => one.startsWith(`${other}.`) || one.startsWith(`${other}[`);
  return all.filter((each) => !all.some((other) => isLonger(other, each)));
}
function followed(reference, module, reading, depth) {
  const [kind = "", name = "", attribute = ""] = withoutKeys(reference).split(".");
  if (kind === "data") return ofResource(reference.slice("data.".length), module, reading, true);
  if (kind === "var") return asFollowed(variable(name, module, reading, depth));
  if (kind === "module") {
    const inner = `${module === "" ? "" : `${module}.`}module.${name}`;
    const outputs = member(reading.modules.get(withoutKeys(inner))?.module, "outputs");
    const { expression } = member(outputs, attribute) ?? {};
    return asFollowed(evaluate(expression, inner, reading, depth));
  }
  return ofResource(reference, module, reading, false);
}
function asFollowed(value) {
  return value === void 0 ? "unknown" : { value };
}
var ID_OF = {
  aws_cloudwatch_composite_alarm: "alarm_name",
  aws_cloudwatch_metric_alarm: "alarm_name",
  aws_codedeploy_deployment_config: "deployment_config_name"
};
function ofResource(reference, module, { resources }, isData) {
  const [type = "", name = "", attribute = ""] = withoutKeys(reference).split(".");
  const [, key] = /^[\w-]+\.[\w-]+\["?([^\]"]*)"?\]/.exec(reference) ?? [];
  const found = resources.filter(
    (each) => each.isData === isData && each.type === type && each.name === name && (key === void 0 || each.key === key) && withoutKeys(each.module) === withoutKeys(module)
  );
  const [only, another] = found;
  if (!only) return /^(?:aws|data)_/.test(type) ? "absent" : "unknown";
  if (another) return "unknown";
  const isArn = type === "aws_lambda_function" && /(?:^|_)arn$/.test(attribute);
  const other = isArn ? "function_name" : attribute === "id" ? ID_OF[type] : void 0;
  return asFollowed(textIn(only.values, attribute) ?? (other && textIn(only.values, other)));
}
function variable(name, module, reading, depth) {
  const configured = reading.modules.get(withoutKeys(module));
  const passed = member(configured?.call, "expressions")?.[name];
  if (configured && passed !== void 0) {
    return evaluate(passed, configured.caller, reading, depth);
  }
  const given = configured?.call ? void 0 : textIn(member(reading.variables, name), "value");
  const declared = member(member(configured?.module, "variables"), name);
  return given ?? asText(declared?.default);
}
function withoutKeys(address) {
  return address.replace(/\[[^\]]*\]/g, "");
}
function unknown(what) {
  return /* @__PURE__ */ new Map([["Fn::TerraformValue", what]]);
}

// src/templates/terraform-deploy.ts
var SOURCE = /^(?:registry\.\S+?\/)?terraform-aws-modules\/lambda\/aws\/\/modules\/deploy$/;
function deployedByModule(shown, groups, found) {
  const calls = shown.calls.filter(({ source }) => SOURCE.test(source));
  const called = calls.map(({ module }) => module);
  const modules = new Set(
    shown.resources.filter((each) => called.includes(withoutKeys(each.module)) || isSign(each)).map(({ module }) => module)
  );
  return [...modules].map(
    (module) => deployedIn(module, {
      shown,
      call: calls.find((each) => each.module === withoutKeys(module)),
      group: groups.find((each) => each.module === module),
      found
    })
  );
}
function isSign({ type, name, isData, module }) {
  return isData && type === "aws_lambda_alias" && name === "this" && module !== "";
}
function deployedIn(module, { shown, call, group, found }) {
  const own = shown.resources.filter((each) => each.module === module);
  const spec = appSpecIn(own);
  const data = own.find(({ type, isData }) => isData && type === "aws_lambda_alias")?.values;
  const argument = (name) => call && shown.valueOf(call.expressions[name], call.caller);
  const value = (text, name) => text ?? unknown(`${name} of ${module}`);
  const hook = (event, name) => {
    const written = spec ? spec.hooks[event] : argument(name);
    const isSet = call ? isGiven(call.expressions, name) : hasHooks(own);
    return written ?? (spec || !isSet ? "" : value(void 0, name));
  };
  if (spec === void 0 && call) {
    found.notes.push(`"${module}" is read from its arguments, as far as the plan knows them`);
  }
  return {
    ...{ id: module, group },
    functionName: value(
      spec?.name ?? textIn(data, "function_name") ?? argument("function_name"),
      "function_name"
    ),
    alias: value(spec?.alias ?? textIn(data, "name") ?? argument("alias_name"), "alias_name"),
    preTraffic: hook("BeforeAllowTraffic", "before_allow_traffic_hook_arn"),
    postTraffic: hook("AfterAllowTraffic", "after_allow_traffic_hook_arn")
  };
}
function isGiven(expressions, name) {
  const expression = member(expressions, name);
  return expression !== void 0 && expression.constant_value !== "";
}
function hasHooks(own) {
  return own.some(({ type, name }) => type === "aws_iam_policy" && name === "hooks");
}
function appSpecIn(own) {
  const script = own.find(({ type, name }) => type === "local_file" && name === "deploy_script");
  const [, revision] = /--revision '(\{.*?\})' *\\?\n/.exec(textIn(script?.values, "content") ?? "") ?? [];
  const outer = parseJson(revision ?? "");
  const content = textIn(member(outer, "appSpecContent"), "content");
  const spec = parseJson(content ?? "");
  const [resources] = membersIn(spec, "Resources");
  const [first] = Object.values(resources ?? {});
  const properties = member(first, "Properties");
  if (!properties) return void 0;
  const hooks = membersIn(spec, "Hooks").flatMap((each) => Object.entries(each));
  return {
    ...{ name: textIn(properties, "Name"), alias: textIn(properties, "Alias") },
    hooks: Object.fromEntries(hooks.map(([event, hook]) => [event, String(hook)]))
  };
}

// src/templates/terraform.ts
function terraformTemplate(text) {
  const whole = parseJson2(text);
  const shown = isMap(whole) ? readShown(whole) : void 0;
  if (!shown) return nothingBut(whyNot(text));
  const groups = shown.resources.filter(
    ({ type, isData }) => type === "aws_codedeploy_deployment_group" && !isData
  );
  const found = { notes: [], problems: [] };
  const byModule = deployedByModule(shown, groups, found);
  const byGroup = groups.filter((group) => !byModule.some((each) => each.group === group)).flatMap((group) => deployedByGroup(group, shown, found));
  const deployed = [...byModule, ...byGroup];
  found.problems.push(...sharedAliases(byGroup));
  found.notes.push(...unsupported(shown));
  const resources = new Map([
    ...shown.resources.flatMap(configResource),
    ...deployed.flatMap(({ group }) => group ?? []).map((group) => [group.address, groupResource(group, shown)]),
    ...deployed.flatMap(aliasResources),
    ...shown.resources.flatMap(stageResource)
  ]);
  if (groups.length === 0 && resources.size === 0) {
    found.problems.push("it has no CodeDeploy deployment group and no stage with a canary");
  }
  return { template: /* @__PURE__ */ new Map([["Resources", resources]]), ...found };
}
function sharedAliases(deployed) {
  const ids = deployed.map(({ id }) => id);
  return [...new Set(ids.filter((id, i) => ids.indexOf(id) < i))].map((id) => {
    const groups = deployed.filter((each) => each.id === id).map(({ group }) => group?.address);
    return `several deployment groups may be for ${id}: ${listed(groups.map((each) => quote(each ?? "")))}; expected the inputs functions, alias, steps and alarms instead of template`;
  });
}
function isMap(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function nothingBut(problem) {
  return { template: /* @__PURE__ */ new Map(), notes: [], problems: [problem] };
}
var EXPECTED = 'expected what "terraform show -json" writes of a plan file or of the state';
function whyNot(text) {
  if (/^\s*\{"@level"/.test(text)) {
    return `it is the log that "terraform plan -json" or "apply -json" writes; ${EXPECTED}`;
  }
  const isWrapped = !/^\s*\{/.test(text);
  return isWrapped ? `it begins with lines that are not JSON; ${EXPECTED}, without terraform_wrapper` : `it is neither a plan nor a state; ${EXPECTED}`;
}
function valueIn(resource2, attribute, shown) {
  const { values, module, address } = resource2;
  if (attribute in values) return textIn(values, attribute) ?? "";
  const configured = shown.valueOf(shown.expressionOf(resource2, attribute), module);
  return configured ?? unknown(`${attribute} of ${address}`);
}
function deployedByGroup(group, shown, { notes, problems }) {
  const platform = platformOf(group, shown);
  if (platform !== void 0 && platform !== "Lambda") {
    notes.push(`"${group.address}" is of ${platform}, and is not read`);
    return [];
  }
  const aliases = shown.resources.filter(
    ({ type, isData }) => type === "aws_lambda_alias" && !isData
  );
  const near = aliases.filter(({ module, key }) => module === group.module && key === group.key);
  const [only, another] = near.length > 0 ? near : aliases;
  if (!only) {
    notes.push(`"${group.address}" is not read: there is no aws_lambda_alias`);
    return [];
  }
  if (another) {
    const all = near.length > 0 ? near : aliases;
    problems.push(
      `"${group.address}" does not say which of these aliases it is for: ${listed(all.map(({ address }) => quote(address)))}; expected the inputs functions, alias, steps and alarms instead of template`
    );
    return [];
  }
  notes.push(
    `"${group.address}" is taken for the group of ${only.address}, the only alias it can be for`,
    `hooks of "${group.address}" are in the AppSpec of each deployment; set pre-traffic-hook and post-traffic-hook if it has any`
  );
  return [
    {
      ...{ id: only.address, group },
      functionName: valueIn(only, "function_name", shown),
      alias: valueIn(only, "name", shown)
    }
  ];
}
function platformOf(group, { resources }) {
  const app = textIn(group.values, "app_name");
  const found = resources.find(
    ({ type, values }) => type === "aws_codedeploy_app" && textIn(values, "name") === app
  );
  const platform = textIn(found?.values, "compute_platform");
  return textIn(group.values, "compute_platform") ?? (found ? platform ?? "Server" : void 0);
}
function resource(type, properties) {
  const set = Object.entries(properties).filter(
    (entry) => entry[1] !== void 0
  );
  return /* @__PURE__ */ new Map([
    ["Type", type],
    ["Properties", new Map(set)]
  ]);
}
function configResource({ address, type, values }) {
  if (type !== "aws_codedeploy_deployment_config") return [];
  const [routing] = membersIn(values, "traffic_routing_config");
  const timed = (block, prefix) => {
    const [inner] = membersIn(routing, block);
    return /* @__PURE__ */ new Map([
      [`${prefix}Interval`, textIn(inner, "interval") ?? ""],
      [`${prefix}Percentage`, textIn(inner, "percentage") ?? ""]
    ]);
  };
  const properties = {
    DeploymentConfigName: textIn(values, "deployment_config_name"),
    TrafficRoutingConfig: /* @__PURE__ */ new Map([
      ["Type", textIn(routing, "type") ?? "AllAtOnce"],
      ["TimeBasedCanary", timed("time_based_canary", "Canary")],
      ["TimeBasedLinear", timed("time_based_linear", "Linear")]
    ])
  };
  return [[address, resource("AWS::CodeDeploy::DeploymentConfig", properties)]];
}
function groupResource(group, shown) {
  const { address, values } = group;
  const [alarms] = membersIn(values, "alarm_configuration");
  const [rollback] = membersIn(values, "auto_rollback_configuration");
  const triggers = membersIn(values, "trigger_configuration").map(
    (each) => textIn(each, "trigger_name") ?? ""
  );
  return resource("AWS::CodeDeploy::DeploymentGroup", {
    DeploymentConfigName: valueIn(group, "deployment_config_name", shown),
    TriggerConfigurations: triggers.length > 0 ? triggers : void 0,
    AutoRollbackConfiguration: rollback && /* @__PURE__ */ new Map([
      ["Enabled", textIn(rollback, "enabled") ?? "false"],
      ["Events", textsIn(rollback, "events")]
    ]),
    AlarmConfiguration: alarms && /* @__PURE__ */ new Map([
      ["Enabled", textIn(alarms, "enabled") ?? "false"],
      ["IgnorePollAlarmFailure", textIn(alarms, "ignore_poll_alarm_failure") ?? "false"],
      ["Alarms", alarmsIn(alarms, address)]
    ])
  });
}
function textsIn(of, name) {
  const all = of[name];
  return Array.isArray(all) ? all.filter((each) => typeof each === "string") : [];
}
function alarmsIn(alarms, group) {
  const names = textsIn(alarms, "alarms");
  const isWhole = Array.isArray(alarms.alarms) && names.length === alarms.alarms.length;
  const isOff = alarms.enabled === false || alarms.alarms === null;
  return isWhole || isOff ? names.map((name) => /* @__PURE__ */ new Map([["Name", name]])) : unknown(`a name in alarms of ${group}`);
}
function aliasResources({ id, group, ...alias }) {
  const update = /* @__PURE__ */ new Map([
    ["DeploymentGroupName", /* @__PURE__ */ new Map([["Ref", group?.address ?? ""]])],
    ["BeforeAllowTrafficHook", alias.preTraffic ?? ""],
    ["AfterAllowTrafficHook", alias.postTraffic ?? ""]
  ]);
  const own = resource("AWS::Lambda::Alias", {
    FunctionName: alias.functionName,
    Name: alias.alias
  });
  return [
    [id, new Map([...own, ["UpdatePolicy", /* @__PURE__ */ new Map([["CodeDeployLambdaAliasUpdate", update]])]])]
  ];
}
function stageResource({ address, type, values, isData }) {
  const [canary] = membersIn(values, "canary_settings");
  if (type !== "aws_api_gateway_stage" || isData || !canary) return [];
  const overrides = Object.entries(member(canary, "stage_variable_overrides") ?? {});
  const settings = /* @__PURE__ */ new Map([
    ["PercentTraffic", textIn(canary, "percent_traffic") ?? ""],
    ["UseStageCache", textIn(canary, "use_stage_cache") ?? ""],
    ["StageVariableOverrides", new Map(overrides.map(([name, value]) => [name, String(value)]))]
  ]);
  const properties = {
    RestApiId: textIn(values, "rest_api_id") ?? unknown(`rest_api_id of ${address}`),
    StageName: textIn(values, "stage_name") ?? unknown(`stage_name of ${address}`),
    CanarySetting: settings
  };
  return [[address, resource("AWS::ApiGateway::Stage", properties)]];
}
function unsupported({ resources }) {
  return resources.flatMap(
    ({ type, address, isData }) => type === "aws_sfn_alias" && !isData ? [`"${address}" is an alias of a state machine, which this action does not release`] : []
  );
}

export {
  terraformTemplate
};
