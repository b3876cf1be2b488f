"""A canary release with boto3: create, deploy, canary, every patch path, promote, delete, with boto3's
own paginators and waiters.

    python3 scenario.py ENDPOINT REGION

Writes one JSON object a line: {"check": ..., "confirms": [...], "failed": null or why}.
"""

import base64
import io
import json
import sys
import time
import traceback
import urllib.error
import urllib.request
import zipfile
from datetime import datetime, timedelta, timezone

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

ENDPOINT, REGION = sys.argv[1:3]
ACCOUNT = "123456789012"
STAGE = "prod"
FUNCTION = "boto3-hello"
ROLE = f"arn:aws:iam::{ACCOUNT}:role/hello"


def client(service):
    return boto3.client(
        service,
        endpoint_url=ENDPOINT,
        region_name=REGION,
        aws_access_key_id="AKIDEXAMPLE",
        aws_secret_access_key="example",
        config=Config(retries={"max_attempts": 1}),
    )


gateway, functions, metrics = client("apigateway"), client("lambda"), client("cloudwatch")
logs = client("logs")
made = {}


def check(name, *confirms):
    """Runs the decorated function at once and prints its result."""

    def run(body):
        try:
            body()
            failed = None
        except Exception:
            failed = traceback.format_exc(limit=-2)
        print(json.dumps({"check": name, "confirms": confirms, "failed": failed}), flush=True)

    return run


def refused(code, message, call, **request):
    try:
        call(**request)
    except ClientError as error:
        assert error.response["Error"]["Code"] == code, error
        assert message in error.response["Error"]["Message"], error
        return
    raise AssertionError(f"{call.__name__} should have been refused with {code}")


def archive(label):
    source = f"""exports.handler = async () => ({{ statusCode: 200, body: '{label}' }});"""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as zipped:
        zipped.writestr(zipfile.ZipInfo("index.js", (2020, 1, 1, 0, 0, 0)), source)
    return packed.getvalue()


def get(path):
    url = f"{ENDPOINT}/_aws/execute-api/{made['api']}/{STAGE}{path}"
    try:
        with urllib.request.urlopen(url) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def stage():
    answer = gateway.get_stage(restApiId=made["api"], stageName=STAGE)
    del answer["ResponseMetadata"]
    return answer


def patch(*operations):
    keys = ("op", "path", "value", "from")
    return gateway.update_stage(
        restApiId=made["api"],
        stageName=STAGE,
        patchOperations=[
            {key: part for key, part in zip(keys, operation) if part is not None}
            for operation in operations
        ],
    )


@check("function: created, and the waiters report it active", "function-state")
def _():
    functions.create_function(
        FunctionName=FUNCTION,
        Role=ROLE,
        Runtime="nodejs22.x",
        Handler="index.handler",
        Timeout=60,
        Code={"ZipFile": archive("v1")},
    )
    functions.get_waiter("function_active_v2").wait(FunctionName=FUNCTION)
    assert functions.get_function_configuration(FunctionName=FUNCTION)["State"] == "Active"


@check("versions: the same content keeps its number, changed content gets the next one", "publish", "publish-probe")
def _():
    first = functions.publish_version(FunctionName=FUNCTION)
    assert first["Version"] == "1", first
    assert functions.publish_version(FunctionName=FUNCTION)["Version"] == "1"
    refused(
        "InvalidParameterValueException",
        "is different from current CodeSHA256",
        functions.publish_version,
        FunctionName=FUNCTION,
        CodeSha256="probe",
    )
    functions.update_function_code(FunctionName=FUNCTION, ZipFile=archive("v2"))
    functions.get_waiter("function_updated_v2").wait(FunctionName=FUNCTION)
    assert functions.publish_version(FunctionName=FUNCTION)["Version"] == "2"
    functions.get_waiter("published_version_active").wait(FunctionName=FUNCTION, Qualifier="2")
    pages = functions.get_paginator("list_versions_by_function").paginate(
        FunctionName=FUNCTION, PaginationConfig={"PageSize": 1}
    )
    listed = [version["Version"] for page in pages for version in page["Versions"]]
    assert listed == ["$LATEST", "1", "2"], listed


@check("alias: weights set by RevisionId, kept when left out, cleared by an empty map", "alias-weights")
def _():
    alias = functions.create_alias(FunctionName=FUNCTION, Name="live", FunctionVersion="1")
    weighted = functions.update_alias(
        FunctionName=FUNCTION,
        Name="live",
        RoutingConfig={"AdditionalVersionWeights": {"2": 0.25}},
        RevisionId=alias["RevisionId"],
    )
    assert weighted["RoutingConfig"] == {"AdditionalVersionWeights": {"2": 0.25}}, weighted
    refused(
        "PreconditionFailedException",
        "does not match the latest Revision Id",
        functions.update_alias,
        FunctionName=FUNCTION,
        Name="live",
        FunctionVersion="2",
        RevisionId=alias["RevisionId"],
    )
    kept = functions.update_alias(FunctionName=FUNCTION, Name="live", Description="kept")
    assert kept["RoutingConfig"] == {"AdditionalVersionWeights": {"2": 0.25}}, kept
    cleared = functions.update_alias(
        FunctionName=FUNCTION, Name="live", RoutingConfig={"AdditionalVersionWeights": {}}
    )
    assert "RoutingConfig" not in cleared, cleared


@check("function's tags: by its ARN, one by one", "function-tags")
def _():
    arn = f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:{FUNCTION}"
    functions.tag_resource(Resource=arn, Tags={"team": "orders", "phase": "step"})
    functions.untag_resource(Resource=arn, TagKeys=["phase", "absent"])
    assert functions.list_tags(Resource=arn)["Tags"] == {"team": "orders"}


@check("provisioned concurrency: the error for an alias without any", "provisioned")
def _():
    refused(
        "ProvisionedConcurrencyConfigNotFoundException",
        "",
        functions.get_provisioned_concurrency_config,
        FunctionName=FUNCTION,
        Qualifier="live",
    )


@check("APIs: listed in pages, several with the same name", "list-apis")
def _():
    ids = {gateway.create_rest_api(name="twins")["id"] for _ in range(2)}
    pages = gateway.get_paginator("get_rest_apis").paginate(PaginationConfig={"PageSize": 1})
    listed = [[api["id"] for api in page["items"] if api["name"] == "twins"] for page in pages]
    assert max(map(len, listed)) == 1
    assert {one for page in listed for one in page} == ids
    for one in ids:
        gateway.delete_rest_api(restApiId=one)


@check("API: a draft with a resource, a method and an integration, read in pages", "read-api", "read-drafts")
def _():
    made["api"] = gateway.create_rest_api(name="boto3")["id"]
    assert gateway.get_rest_api(restApiId=made["api"])["name"] == "boto3"
    refused("NotFoundException", "Invalid", gateway.get_rest_api, restApiId="absent0000")
    root = gateway.get_resources(restApiId=made["api"])["items"][0]["id"]
    made["resource"] = gateway.create_resource(
        restApiId=made["api"], parentId=root, pathPart="hello"
    )["id"]
    method = {"restApiId": made["api"], "resourceId": made["resource"], "httpMethod": "GET"}
    gateway.put_method(**method, authorizationType="NONE")
    arn = f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:{FUNCTION}:${{stageVariables.version}}"
    made["uri"] = f"arn:aws:apigateway:{REGION}:lambda:path/2015-03-31/functions/{arn}/invocations"
    gateway.put_integration(
        **method, type="AWS_PROXY", integrationHttpMethod="POST", uri=made["uri"]
    )
    pages = gateway.get_paginator("get_resources").paginate(
        restApiId=made["api"], embed=["methods"], PaginationConfig={"PageSize": 1}
    )
    drafts = [item for page in pages for item in page["items"]]
    uris = [
        item["resourceMethods"]["GET"]["methodIntegration"]["uri"]
        for item in drafts
        if "resourceMethods" in item
    ]
    assert uris == [made["uri"]], drafts
    assert len(drafts) == 2, drafts


@check("permission: for one version only; a second statement with its name is refused", "policy-per-version")
def _():
    refused(
        "ResourceNotFoundException",
        "",
        functions.get_policy,
        FunctionName=FUNCTION,
        Qualifier="1",
    )
    statement = {
        "FunctionName": FUNCTION,
        "StatementId": "gateway",
        "Action": "lambda:InvokeFunction",
        "Principal": "apigateway.amazonaws.com",
        "SourceArn": f"arn:aws:execute-api:{REGION}:{ACCOUNT}:{made['api']}/*",
    }
    for version in ("1", "2"):
        functions.add_permission(**statement, Qualifier=version)
    refused("ResourceConflictException", "", functions.add_permission, **statement, Qualifier="1")
    policy = json.loads(functions.get_policy(FunctionName=FUNCTION, Qualifier="1")["Policy"])
    assert [each["Sid"] for each in policy["Statement"]] == ["gateway"], policy
    assert policy["Statement"][0]["Resource"].endswith(f":{FUNCTION}:1"), policy


@check("deployment: a snapshot that changes no stage, with its routes", "snapshot", "routes")
def _():
    made["first"] = gateway.create_deployment(restApiId=made["api"], description="first")["id"]
    assert gateway.get_stages(restApiId=made["api"])["item"] == []
    routes = gateway.get_deployment(
        restApiId=made["api"], deploymentId=made["first"], embed=["apisummary"]
    )["apiSummary"]
    assert list(routes) == ["/hello"] and list(routes["/hello"]) == ["GET"], routes


@check("stage: serves the function and has no canary", "read-stage", "version-series")
def _():
    gateway.create_stage(
        restApiId=made["api"],
        stageName=STAGE,
        deploymentId=made["first"],
        variables={"version": "1", "kept": "yes"},
        tags={"team": "orders"},
    )
    shown = stage()
    assert "canarySettings" not in shown, shown
    assert shown["tags"] == {"team": "orders"}, shown
    assert get("/hello") == (200, "v1"), get("/hello")


@check("draft: a changed integration does not affect earlier deployments", "pin-draft")
def _():
    method = {"restApiId": made["api"], "resourceId": made["resource"], "httpMethod": "GET"}
    for uri in (made["uri"].replace("${stageVariables.version}", "2"), made["uri"]):
        answer = gateway.update_integration(
            **method, patchOperations=[{"op": "replace", "path": "/uri", "value": uri}]
        )
        assert answer["uri"] == uri, answer
        assert get("/hello") == (200, "v1"), get("/hello")


@check("permission probes: refused for their content, and nothing changes", "deploy-probe", "patch-probe", "promote-nothing")
def _():
    before = stage()
    refused(
        "BadRequestException",
        "stageName must be provided for canary deployment",
        gateway.create_deployment,
        restApiId=made["api"],
        canarySettings={"percentTraffic": 0},
    )
    for source, target, message in (
        ("/canarySettings/none", "/none", "Invalid copy operation"),
        ("/canarySettings/deploymentId", "/deploymentId", "Promotion not available"),
    ):
        refused(
            "BadRequestException",
            message,
            gateway.update_stage,
            restApiId=made["api"],
            stageName=STAGE,
            patchOperations=[{"op": "copy", "from": source, "path": target}],
        )
    assert stage() == before


@check("canary: created by one patch; the base is unchanged", "open-canary")
def _():
    made["second"] = gateway.create_deployment(restApiId=made["api"], description="second")["id"]
    answer = patch(
        ("replace", "/canarySettings/deploymentId", made["second"]),
        ("replace", "/canarySettings/stageVariableOverrides/version", "2"),
        ("replace", "/canarySettings/stageVariableOverrides/extra", "x"),
        ("replace", "/canarySettings/useStageCache", "false"),
        ("replace", "/canarySettings/percentTraffic", "33.33"),
    )
    assert answer["canarySettings"] == {
        "deploymentId": made["second"],
        "stageVariableOverrides": {"version": "2", "extra": "x"},
        "useStageCache": False,
        "percentTraffic": 33.33,
    }, answer
    assert answer["deploymentId"] == made["first"], answer


@check("canary: each path changes alone", "set-weight", "split-ends", "overrides")
def _():
    patch(("remove", "/canarySettings/stageVariableOverrides/extra"))
    patch(("replace", "/canarySettings/useStageCache", "true"))
    patch(("replace", "/canarySettings/useStageCache", "false"))
    for weight, expected in (("66.66", None), ("0.0", "v1"), ("100.0", "v2")):
        canary = patch(("replace", "/canarySettings/percentTraffic", weight))["canarySettings"]
        assert canary["percentTraffic"] == float(weight), canary
        assert canary["stageVariableOverrides"] == {"version": "2"}, canary
        if expected:
            assert {get("/hello") for _ in range(8)} == {(200, expected)}


@check("split: at 50% both sides answer", "split")
def _():
    patch(("replace", "/canarySettings/percentTraffic", "50"))
    canary = sum(get("/hello")[1] == "v2" for _ in range(60))
    # A count outside of 12..48 occurs once in a million runs.
    assert 12 <= canary <= 48, canary


@check("missing route: 403 from the side that lacks it", "missing-route")
def _():
    status, body = get("/absent")
    assert status == 403 and json.loads(body) == {"message": "Missing Authentication Token"}, body


@check("deployment without canary settings: refused while a canary is open", "snapshot")
def _():
    refused(
        "BadRequestException",
        "because Canary is enabled",
        gateway.create_deployment,
        restApiId=made["api"],
        stageName=STAGE,
    )


@check("tags: by the stage's ARN, one by one", "stage-tags")
def _():
    arn = f"arn:aws:apigateway:{REGION}::/restapis/{made['api']}/stages/{STAGE}"
    gateway.tag_resource(resourceArn=arn, tags={"canary-action:phase": "step.0.1"})
    assert stage()["tags"] == {"team": "orders", "canary-action:phase": "step.0.1"}
    gateway.untag_resource(resourceArn=arn, tagKeys=["canary-action:phase"])
    gateway.untag_resource(resourceArn=arn, tagKeys=["canary-action:absent"])
    assert stage()["tags"] == {"team": "orders"}


@check("promotion: deployment and variables move, the canary stays until it is removed", "promote", "close-canary")
def _():
    promoted = patch(
        ("copy", "/variables", None, "/canarySettings/stageVariableOverrides"),
        ("copy", "/deploymentId", None, "/canarySettings/deploymentId"),
        ("replace", "/canarySettings/percentTraffic", "0.0"),
    )
    assert promoted["deploymentId"] == made["second"], promoted
    assert promoted["variables"] == {"version": "2", "kept": "yes"}, promoted
    assert promoted["canarySettings"]["percentTraffic"] == 0, promoted
    assert "canarySettings" not in patch(("remove", "/canarySettings"))
    assert get("/hello") == (200, "v2")


@check("rollback after a promotion: the previous deployment and its variables", "move-base")
def _():
    back = patch(
        ("replace", "/deploymentId", made["first"]),
        ("replace", "/variables/version", "1"),
        ("remove", "/variables/kept"),
    )
    assert back["deploymentId"] == made["first"] and back["variables"] == {"version": "1"}, back
    assert get("/hello") == (200, "v1")


@check("a weight without a canary creates one on the base deployment", "canary-from-percent", "patch-order")
def _():
    made_up = patch(("replace", "/canarySettings/percentTraffic", "10"))["canarySettings"]
    assert made_up["deploymentId"] == made["first"], made_up
    patch(("remove", "/canarySettings"))
    refused(
        "BadRequestException",
        "Deployment id does not exist",
        gateway.update_stage,
        restApiId=made["api"],
        stageName=STAGE,
        patchOperations=[
            {"op": "replace", "path": "/canarySettings/deploymentId", "value": "absent"}
        ],
    )


def sums(queries):
    """The sum of each query's values, by its id. The simulated clock is ahead of this one."""
    now = datetime.now(timezone.utc)
    pages = metrics.get_paginator("get_metric_data").paginate(
        StartTime=now - timedelta(minutes=30),
        EndTime=now + timedelta(hours=2),
        ScanBy="TimestampAscending",
        MetricDataQueries=queries,
    )
    added = {}
    for page in pages:
        for result in page["MetricDataResults"]:
            assert result["StatusCode"] == "Complete", result
            assert result["Timestamps"] == sorted(result["Timestamps"]), result
            added[result["Id"]] = added.get(result["Id"], 0) + sum(result["Values"])
    return added


@check("metrics: requests of the stage and of versions; a series without data is Complete", "counts", "version-series")
def _():
    def query(ident, namespace, name, stat, **dimensions):
        return {
            "Id": ident,
            "MetricStat": {
                "Metric": {
                    "Namespace": namespace,
                    "MetricName": name,
                    "Dimensions": [{"Name": k, "Value": v} for k, v in dimensions.items()],
                },
                "Period": 60,
                "Stat": stat,
            },
        }

    queries = [
        query("stage", "AWS/ApiGateway", "Count", "SampleCount", ApiName="boto3", Stage=STAGE),
        query("absent", "AWS/ApiGateway", "Count", "SampleCount", ApiName="boto3", Stage="no"),
        query(
            "v2",
            "AWS/Lambda",
            "Invocations",
            "Sum",
            FunctionName=FUNCTION,
            Resource=f"{FUNCTION}:2",
        ),
    ]
    for _ in range(60):
        counted = sums(queries)
        if counted["stage"] > 0 and counted["v2"] > 0:
            break
        time.sleep(0.5)
    assert counted["stage"] > 0 and counted["v2"] > 0 and counted["absent"] == 0, counted


@check("alarms: composite alarms only if requested; unknown names are left out", "alarms", "alarm-names")
def _():
    metrics.put_metric_alarm(
        AlarmName="errors",
        Namespace="AWS/Lambda",
        MetricName="Errors",
        Dimensions=[{"Name": "FunctionName", "Value": FUNCTION}],
        Statistic="Sum",
        Period=60,
        EvaluationPeriods=1,
        Threshold=0,
        ComparisonOperator="GreaterThanThreshold",
    )
    metrics.put_composite_alarm(AlarmName="any", AlarmRule='ALARM("errors")')
    names = ["errors", "any", "absent"]
    plain = metrics.describe_alarms(AlarmNames=names)
    assert [each["AlarmName"] for each in plain["MetricAlarms"]] == ["errors"], plain
    assert plain.get("CompositeAlarms", []) == [], plain
    pages = metrics.get_paginator("describe_alarms").paginate(
        AlarmNames=names, AlarmTypes=["MetricAlarm", "CompositeAlarm"]
    )
    found = [
        alarm["AlarmName"]
        for page in pages
        for alarm in page.get("MetricAlarms", []) + page.get("CompositeAlarms", [])
    ]
    assert sorted(found) == ["any", "errors"], found
    metrics.get_waiter("alarm_exists").wait(AlarmNames=["errors"])
    metrics.set_alarm_state(AlarmName="errors", StateValue="ALARM", StateReason="drill")
    state = metrics.describe_alarms(AlarmNames=["errors"])["MetricAlarms"][0]
    assert state["StateValue"] == "ALARM" and state["StateReason"] == "drill", state


@check("deleting a version: that version only, and not while an alias points to it; alias names are unique", "delete-version", "alias-lifecycle")
def _():
    functions.update_function_code(FunctionName=FUNCTION, ZipFile=archive("v3"))
    functions.get_waiter("function_updated_v2").wait(FunctionName=FUNCTION)
    assert functions.publish_version(FunctionName=FUNCTION)["Version"] == "3"
    refused(
        "ResourceConflictException",
        "Alias already exists",
        functions.create_alias,
        FunctionName=FUNCTION,
        Name="live",
        FunctionVersion="3",
    )
    functions.create_alias(FunctionName=FUNCTION, Name="held", FunctionVersion="3")
    refused(
        "ResourceConflictException",
        "",
        functions.delete_function,
        FunctionName=FUNCTION,
        Qualifier="3",
    )
    functions.delete_alias(FunctionName=FUNCTION, Name="held")
    functions.delete_alias(FunctionName=FUNCTION, Name="held")
    functions.delete_function(FunctionName=FUNCTION, Qualifier="3")
    pages = functions.get_paginator("list_versions_by_function").paginate(FunctionName=FUNCTION)
    listed = [version["Version"] for page in pages for version in page["Versions"]]
    assert listed == ["$LATEST", "1", "2"], listed
    aliases = functions.get_paginator("list_aliases").paginate(
        FunctionName=FUNCTION, PaginationConfig={"PageSize": 1}
    )
    assert [each["Name"] for page in aliases for each in page["Aliases"]] == ["live"]


@check("event sources: shown with the qualifier that they were created for", "event-sources")
def _():
    queue = f"arn:aws:sqs:{REGION}:{ACCOUNT}:jobs"
    functions.create_event_source_mapping(
        EventSourceArn=queue, FunctionName=f"{FUNCTION}:live", Enabled=False
    )
    pages = functions.get_paginator("list_event_source_mappings").paginate()
    called = [each["FunctionArn"] for page in pages for each in page["EventSourceMappings"]]
    assert called == [f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:{FUNCTION}:live"], called


@check("provisioned concurrency: for a version, in progress and then ready, listed by its ARN", "provision-version", "provisioned-list")
def _():
    requested = functions.put_provisioned_concurrency_config(
        FunctionName=FUNCTION, Qualifier="2", ProvisionedConcurrentExecutions=2
    )
    assert requested["Status"] == "IN_PROGRESS", requested
    deadline = time.time() + 30
    while True:
        state = functions.get_provisioned_concurrency_config(FunctionName=FUNCTION, Qualifier="2")
        if state["Status"] != "IN_PROGRESS" or time.time() > deadline:
            break
        time.sleep(0.2)
    assert state["Status"] == "READY" and state["AllocatedProvisionedConcurrentExecutions"] == 2, state
    pages = functions.get_paginator("list_provisioned_concurrency_configs").paginate(FunctionName=FUNCTION)
    listed = [each["FunctionArn"] for page in pages for each in page["ProvisionedConcurrencyConfigs"]]
    assert listed == [f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:{FUNCTION}:2"], listed
    functions.delete_provisioned_concurrency_config(FunctionName=FUNCTION, Qualifier="2")


@check("provisioned concurrency: for an alias, which Lambda keeps on its version until the weights are cleared", "provisioned-alias")
def _():
    named = dict(FunctionName=FUNCTION, Name="warm")
    functions.create_alias(FunctionVersion="1", **named)
    functions.put_provisioned_concurrency_config(
        FunctionName=FUNCTION, Qualifier="warm", ProvisionedConcurrentExecutions=1
    )
    moved = functions.update_alias(FunctionVersion="2", **named)
    assert moved["RoutingConfig"] == {"AdditionalVersionWeights": {"1": 1.0}}, moved
    free = functions.update_alias(RoutingConfig={"AdditionalVersionWeights": {}}, **named)
    assert free["FunctionVersion"] == "2" and "RoutingConfig" not in free, free
    functions.delete_alias(**named)


@check("a second stage: created from a deployment, with variables and tags, and deleted without it", "further-stage", "delete-deployment")
def _():
    gateway.create_stage(
        restApiId=made["api"],
        stageName="pr-7",
        deploymentId=made["first"],
        variables={"version": "2"},
        tags={"team": "orders"},
    )
    stages = {each["stageName"]: each for each in gateway.get_stages(restApiId=made["api"])["item"]}
    assert stages["pr-7"]["variables"] == {"version": "2"}, stages
    assert stages["pr-7"]["tags"] == {"team": "orders"}, stages
    gateway.delete_stage(restApiId=made["api"], stageName="pr-7")
    deployments = gateway.get_deployments(restApiId=made["api"])["items"]
    assert made["first"] in [each["id"] for each in deployments], deployments


@check("a web identity session: keys, a token and its expiration", "own-session")
def _():
    claims = base64.urlsafe_b64encode(b'{"aud": "sts.amazonaws.com"}').decode().rstrip("=")
    session = client("sts").assume_role_with_web_identity(
        RoleArn=f"arn:aws:iam::{ACCOUNT}:role/release",
        RoleSessionName="scenario",
        WebIdentityToken=f"e30.{claims}.x",
        DurationSeconds=900,
    )["Credentials"]
    assert session["SessionToken"] and session["SecretAccessKey"] and session["AccessKeyId"], session
    assert isinstance(session["Expiration"], datetime), session


def messages(expected, **request):
    """The messages on all pages, once there are as many as expected; lines need some seconds to arrive."""
    found = []
    for _ in range(200):
        pages = logs.get_paginator("filter_log_events").paginate(
            PaginationConfig={"PageSize": 2}, **request
        )
        found = [event["message"] for page in pages for event in page["events"]]
        if len(found) >= expected:
            break
        time.sleep(0.05)
    assert len(found) == expected, found
    return found


@check("logs: groups in pages, with their class and retention", "log-groups")
def _():
    for name in ("boto3/a", "boto3/b"):
        logs.create_log_group(logGroupName=name)
    logs.create_log_group(logGroupName="boto3/rare", logGroupClass="INFREQUENT_ACCESS")
    logs.put_retention_policy(logGroupName="boto3/a", retentionInDays=14)
    pages = logs.get_paginator("describe_log_groups").paginate(
        logGroupNamePrefix="boto3/", PaginationConfig={"PageSize": 2}
    )
    found = [group for page in pages for group in page["logGroups"]]
    assert [group["logGroupName"] for group in found] == ["boto3/a", "boto3/b", "boto3/rare"], found
    assert [group.get("retentionInDays") for group in found] == [14, None, None], found
    assert found[2]["logGroupClass"] == "INFREQUENT_ACCESS", found
    assert found[0]["arn"] == f"arn:aws:logs:{REGION}:{ACCOUNT}:log-group:boto3/a:*", found
    assert logs.describe_log_groups(logGroupNamePrefix="boto3/none")["logGroups"] == []


@check("logs: events of a range, in pages and by patterns", "log-events", "log-patterns", "log-classes")
def _():
    group = {"logGroupName": "boto3/a"}
    logs.create_log_stream(logStreamName="one", **group)
    now = int(time.time() * 1000)
    lines = ['{"status": "200"}', '{"status": "503"}', "Task timed out", "GET /a 503 12"]
    stamped = [{"timestamp": now + i, "message": line} for i, line in enumerate(lines)]
    old = {"timestamp": now - 20 * 86_400_000, "message": "old"}
    answer = logs.put_log_events(logStreamName="one", logEvents=[old, *stamped], **group)
    assert answer["rejectedLogEventsInfo"] == {"tooOldLogEventEndIndex": 1}, answer
    assert messages(4, **group) == lines
    assert messages(2, startTime=now + 1, endTime=now + 2, **group) == lines[1:3]
    for pattern, expected in (
        ('{ $.status = "5*" }', lines[1]),
        ('"timed out" -GET', lines[2]),
        ("[verb, path, status = 5*, ms]", lines[3]),
    ):
        assert messages(1, filterPattern=pattern, **group) == [expected], pattern
    newest = logs.get_log_events(logStreamName="one", limit=1, **group)
    assert [event["message"] for event in newest["events"]] == lines[3:], newest
    for code, message, request in (
        ("ResourceNotFoundException", "The specified log group does not exist.", {"logGroupName": "boto3/none"}),
        ("InvalidOperationException", "", {"logGroupName": "boto3/rare"}),
        ("InvalidParameterException", "", {"filterPattern": "{ $.status = ", **group}),
        ("InvalidParameterException", "The specified nextToken is invalid.", {"nextToken": "none", **group}),
    ):
        refused(code, message, logs.filter_log_events, **request)


@check("logs: lines of the stage and of its canary, in the stage's format", "access-log")
def _():
    patch(
        ("replace", "/accessLogSettings/destinationArn", f"arn:aws:logs:{REGION}:{ACCOUNT}:log-group:boto3/access"),
        ("replace", "/accessLogSettings/format", "$context.requestId $context.resourcePath $context.status $context.isCanaryRequest"),
        ("replace", "/canarySettings/deploymentId", made["second"]),
        ("replace", "/canarySettings/percentTraffic", "100"),
    )
    get("/hello")
    patch(("replace", "/canarySettings/percentTraffic", "0"))
    get("/hello")
    canary = messages(1, logGroupName="boto3/access/Canary")[0].split(" ")
    assert canary[1:] == ["/hello", "200", "true"], canary
    both = [line.split(" ")[1:] for line in messages(2, logGroupName="boto3/access")]
    assert [line[2] for line in both] == ["true", "false"], both
    patch(("remove", "/canarySettings"), ("remove", "/accessLogSettings"))


@check("logs: lines of a function, by version", "function-log")
def _():
    group = f"/aws/lambda/{FUNCTION}"
    today = datetime.now(timezone.utc)
    # The simulated day may be the next one.
    days = [(today + timedelta(days=days)).strftime("%Y/%m/%d") for days in (0, 1)]
    starts = []
    for day in days:
        pages = logs.get_paginator("filter_log_events").paginate(
            logGroupName=group, logStreamNamePrefix=f"{day}/[1]", filterPattern='"START RequestId"'
        )
        starts += [event["message"] for page in pages for event in page["events"]]
    assert starts and all(line.strip().endswith("Version: 1") for line in starts), starts


@check("definition: imported over a draft, exported from a stage, and imported again", "import-draft")
def _():
    def document(**paths):
        def item(uri):
            return {"get": {"x-amazon-apigateway-integration": {"type": "http_proxy", "httpMethod": "GET", "uri": uri}}}

        named = {f"/{name}": item(uri) for name, uri in paths.items()}
        return {"openapi": "3.0.1", "info": {"title": "imported", "version": "1"}, "paths": named}

    def put(definition, **more):
        body = json.dumps(definition).encode() if isinstance(definition, dict) else definition
        return gateway.put_rest_api(restApiId=api, mode="overwrite", body=body, failOnWarnings=True, **more)

    def routes():
        items = gateway.get_resources(restApiId=api, embed=["methods"])["items"]
        return {
            item["path"]: item["resourceMethods"]["GET"]["methodIntegration"]["uri"]
            for item in items
            if "resourceMethods" in item
        }

    api = gateway.create_rest_api(name="imported")["id"]
    put(document(old="https://old.example", both="https://one.example"))
    gateway.create_deployment(restApiId=api, stageName="live")
    put(document(new="https://new.example", both="https://two.example"))
    assert routes() == {"/new": "https://new.example", "/both": "https://two.example"}, routes()
    odd = document(odd="https://odd.example")
    odd["paths"]["/odd"]["get"]["security"] = [{"unknown": []}]
    refused("BadRequestException", "Warnings found during import", lambda **_: put(odd))
    refused("BadRequestException", "", lambda **_: put(b"[]"))
    assert "/new" in routes()
    export = gateway.get_export(
        restApiId=api,
        stageName="live",
        exportType="oas30",
        parameters={"extensions": "apigateway,authorizers"},
        accepts="application/json",
    )["body"].read()
    put(export)
    assert routes() == {"/old": "https://old.example", "/both": "https://one.example"}, routes()
    gateway.delete_rest_api(restApiId=api)


@check("stacks: described, and their resources in pages", "stack-names")
def _():
    stacks = client("cloudformation")
    # A stack cannot be created here, only described.
    resources = [
        {"logicalId": f"Table{i}", "physicalId": f"shop-Table{i}", "type": "AWS::DynamoDB::Table"}
        for i in range(150)
    ]
    described = {"resources": resources, "outputs": {"Api": "a1b2c3 & <more>"}}
    asked = urllib.request.Request(
        f"{ENDPOINT}/_sim/stacks/shop", data=json.dumps(described).encode(), method="PUT"
    )
    arn = json.load(urllib.request.urlopen(asked))["StackId"]
    (stack,) = stacks.describe_stacks(StackName="shop")["Stacks"]
    assert (stack["StackId"], stack["StackStatus"]) == (arn, "UPDATE_COMPLETE"), stack
    assert stack["Outputs"] == [{"OutputKey": "Api", "OutputValue": "a1b2c3 & <more>"}], stack
    pages = list(stacks.get_paginator("list_stack_resources").paginate(StackName=arn))
    assert [len(page["StackResourceSummaries"]) for page in pages] == [100, 50]
    row = pages[1]["StackResourceSummaries"][49]
    assert (row["LogicalResourceId"], row["PhysicalResourceId"]) == ("Table149", "shop-Table149"), row
    assert (row["ResourceType"], row["ResourceStatus"]) == ("AWS::DynamoDB::Table", "CREATE_COMPLETE")
    for call in (stacks.describe_stacks, stacks.list_stack_resources):
        refused("ValidationError", "Stack with id nothing does not exist", call, StackName="nothing")


@check("parameters: written, read, and their history in pages with its authors", "parameters")
def _():
    parameters = client("ssm")
    for value in ("off", "migration", "off"):
        parameters.put_parameter(Name="/stop", Type="String", Value=value, Overwrite=True)
    found = parameters.get_parameter(Name="/stop")["Parameter"]
    assert (found["Value"], found["Type"], found["Version"]) == ("off", "String", 3), found
    assert abs((datetime.now(timezone.utc) - found["LastModifiedDate"]).total_seconds()) < 7200
    arn = f"arn:aws:ssm:{REGION}:{ACCOUNT}:parameter/stop"
    assert found["ARN"] == arn and parameters.get_parameter(Name=arn)["Parameter"]["Value"] == "off"
    pages = parameters.get_paginator("get_parameter_history").paginate(
        Name="/stop", PaginationConfig={"PageSize": 2}
    )
    history = [each for page in pages for each in page["Parameters"]]
    assert [each["Value"] for each in history] == ["off", "migration", "off"], history
    assert all(each["LastModifiedUser"].startswith("arn:aws:") for each in history), history
    parameters.delete_parameter(Name="/stop")
    refused("ParameterNotFound", "", parameters.get_parameter, Name="/stop")


@check("tags: alarms by key and value, in pages", "tagged-resources")
def _():
    alarms, tags = client("cloudwatch"), client("resourcegroupstaggingapi")
    for i in range(3):
        alarms.put_metric_alarm(
            AlarmName=f"tagged-{i}",
            Tags=[{"Key": "team", "Value": "shop" if i < 2 else "other"}],
            MetricName="Nothing",
            Namespace="Nothing",
            Statistic="Sum",
            Period=60,
            EvaluationPeriods=1,
            Threshold=1,
            ComparisonOperator="GreaterThanThreshold",
        )
    pages = tags.get_paginator("get_resources").paginate(
        TagFilters=[{"Key": "team", "Values": ["shop"]}],
        ResourceTypeFilters=["cloudwatch:alarm"],
        PaginationConfig={"PageSize": 1},
    )
    found = [each for page in pages for each in page["ResourceTagMappingList"]]
    prefix = f"arn:aws:cloudwatch:{REGION}:{ACCOUNT}:alarm:tagged-"
    assert [each["ResourceARN"] for each in found] == [f"{prefix}0", f"{prefix}1"], found
    assert found[0]["Tags"] == [{"Key": "team", "Value": "shop"}], found
    any_value = tags.get_resources(
        TagFilters=[{"Key": "team"}], ResourceTypeFilters=["cloudwatch:alarm"]
    )["ResourceTagMappingList"]
    assert len(any_value) == 3, any_value
    alarms.delete_alarms(AlarmNames=[f"tagged-{i}" for i in range(3)])


@check("clean-up: resources in use are kept, the others are deleted")
def _():
    refused(
        "BadRequestException",
        "Active stages pointing to this deployment",
        gateway.delete_deployment,
        restApiId=made["api"],
        deploymentId=made["first"],
    )
    gateway.delete_deployment(restApiId=made["api"], deploymentId=made["second"])
    pages = gateway.get_paginator("get_deployments").paginate(
        restApiId=made["api"], PaginationConfig={"PageSize": 1}
    )
    assert [each["id"] for page in pages for each in page["items"]] == [made["first"]]
    gateway.delete_stage(restApiId=made["api"], stageName=STAGE)
    gateway.delete_rest_api(restApiId=made["api"])
    functions.delete_function(FunctionName=FUNCTION)
    refused(
        "ResourceNotFoundException",
        "Function not found",
        functions.get_function,
        FunctionName=FUNCTION,
    )
