// Written by `npm run generate` from docs/troubleshooting.md.

/** By line: the anchor of a row, and the fixed parts of a message that it explains. */
export const PROBLEM_KINDS = `
such-flag has no such flag
such-flag there is no such variable
word-expected-here-value unexpected word; a value follows its flag
secret-command-line-read a secret on a command line can be read by other processes
value-empty-leave-flag its value is empty; leave the flag out, or give it a value
github-actions-only-about is for GitHub Actions only, because it is about GitHub
expected-region-variable-aws expected --region, or the variable AWS_REGION
aws-credentials there are no AWS credentials
aws-credentials AWS rejects the credentials
credentials-account-expected the credentials belong to account…is expected
usable-id-token there is no usable ID token
comment-earlier-version-wrote it has no comment, because an earlier version wrote it
job-token-ci-job the job token (CI_JOB_TOKEN) may read notes but not write them
aws-region-set AWS_REGION is not set
action-such-input this action has no such input
what-github-makes-value is what GitHub makes of a value of fromJSON
value-shown-too-short its value (not shown) is too short, or has several lines
missing-empty-expected it is missing or empty; expected
expected-one-other expected one or the other
alias-others-one has no alias, but others have one
job-uses but the job uses
latest-changes-every-update $LATEST changes with every update
functions-has-the-qualifier has the qualifier
expected-each-step-larger expected each step to be larger than the last
more-two-decimals has more than two decimals
name-preset is not the name of a preset
value-refused-api-gateway the value…would be refused by API Gateway
promotes-nothing promotes nothing
canary-tried-nothing-promoted the canary would be tested and none of it promoted
canary-serves-draft-promotion the canary serves the draft, and the promotion drops it
canary-serves-draft-promotion the canary uses the overrides of
effect-expected it has no effect…expected
expected-percentage-0 expected a percentage from 0% to
expected-codeowners-path expected CODEOWNERS and a path
nobody-could-approve nobody could approve, because
nobody-could-approve cannot approve, for lack of write access to the repository, and nobody else may
nobody-could-approve CODEOWNERS names no owner of…so nobody can approve
nobody-could-approve who may approve could not be read
release-cannot-wait-at the release cannot wait at
release-cannot-wait-at a release of version…cannot wait at
shows-all-releases-command it shows all releases with command: status only
shows-all-releases-command it has no effect with all, which shows every release
metrics-item metrics, item
time-zone it has no time zone
time-zone is not a time zone that exists
neither-day-week-nor is neither a day of the week nor a time zone
neither-day-week-nor is not a time of day
never-opens-ends-when never opens, because it ends when it starts
expected-days-such-as expected days such as
expected-days-such-as there is no
ends-before-begins ends before it begins
calendar-event-line calendar…the event of line
calendar-rrule-supported calendar…RRULE has…which is not supported
calendar-events-expected-at calendar…events; expected at most
expected-alarm-name-parameter expected alarm=NAME, parameter=NAME or variable=NAME
name-ssm-parameter is not the name of an SSM parameter
name-ssm-parameter is not the name of a repository variable
tag-expected-tag-key is not a tag; expected tag:KEY=VALUE or tag:KEY
expected-address-begins-https expected an address that begins with https
could-fail it has no…so it could not fail
leaves-api-segment leaves the API (a segment is "." or
leaves-api-segment is an address
leaves-api-segment begins with the name of a host
does-begin does not begin with
does-begin leads to several values
does-begin has a filter
neither-saved-earlier-check is neither saved by an earlier check nor among
does-run-whenever-check which does not run whenever this check runs
variable-set-empty the variable…is not set or empty
repeats-group-holds-repetition repeats a group that holds a repetition or an alternative
send-both-versions would send…to both versions
as-probe-sent-both as a probe…would be sent to both versions repeatedly
probe-without-could-fail it is a probe without…so it could not fail
probe-uses-value-none it is a probe and uses a value of…which is none
expected-rate-1-m expected a rate from 1/m to
effect-each-check-probe has no effect, because each check has probe: false
does-name-function-released does not name its function, and…are released
form-event-known the form of the event is not known
expected-1s-15m expected from 1s to 15m
stack-there-is-no there is no stack
stack-state the stack…is in the state
ambiguous-expected-one-these is ambiguous…expected one of these names
is-an-of-expected expected an
name-in-account so it is used as a name in the account
function-alias-functions-empty no function of…has an alias…and functions is empty
outputs-file-more-json outputs-file…it has more than JSON in it
outputs-file-form-known outputs-file…its form is not known
sensitive-names-shown-logs is sensitive, and names are shown in logs and comments
name-cloudformation-expected is a name of CloudFormation; expected
name-cloudformation-expected is understood by CloudFormation only, so this cannot be imported
api-definition-replaced-expected api-definition…is not replaced; expected one of
api-definition-account-known api-definition…the account is not known
api-definition-info-title api-definition…info.title is…and an import makes it the name of the API
api-definition-calls-version api-definition…calls version…so each import would go back to it
api-definition-api-gateway api-definition…and API Gateway deploys no method without one
preview-must-change-api a preview must not change the API's draft
definition-tried-never-promoted the definition would be tested and never promoted
such-file-checkout there is no such file in the checkout
expected-name-value expected NAME=VALUE
neither-one-name-value is neither one NAME=VALUE nor several separated by spaces
neither-toml-nor-yaml is neither a TOML nor a YAML file
sam-config-environment sam-config…it has no environment
sam-config-cannot-read sam-config…it cannot be read as TOML
sam-config-there-is there is no template
known-only-after-apply is known only after the apply
does-say-these-aliases does not say which of these aliases it is for
does-say-these-aliases several deployment groups may be for
log-terraform-plan-json it is the log that "terraform plan -json" or "apply -json" writes
log-terraform-plan-json it is neither a plan nor a state
deployment-file-moves-alias the deployment of this file moves the alias as well
nothing-release-expected-inputs so there is nothing to release…expected the inputs functions, alias and steps instead of template
schedule-expected-input-steps is no schedule; expected the input steps
cloudformation-names so CloudFormation names it
cannot-resolved-outside-cloudformation cannot be resolved outside of CloudFormation
one-release-one-schedule one release has one schedule, and these have different ones
but-currentversion-is but CurrentVersion is
outside-checkout it is outside the checkout
config-is-not-yaml is not YAML
config-is-not-yaml unknown key
folder-expected-file it is a folder; expected a file
folder-expected-file it is not a regular file
folder-expected-file bytes; expected at most
folder-expected-file characters; expected at most
value-neither-string-nor the value of…is neither a string nor a list or map of strings
expected-number-published-version expected the number of a published version, such as 8 or orders
expected-number-published-version expected the full SHA of a commit, of 40 hexadecimal digits
expected-number-published-version expected the CodeSha256 that Lambda returns
expected-list-at-most expected a list of at most
expected-list-at-most expected higher or lower
does-name-function does not name its function, and
does-name-function is not among the functions
does-name-function does not name its function
appspec-template-both-given appspec, template: both are given; expected one of them
appspec-template-both-given functions is also set as an input; expected only one of them
stack-outputs-file-names stack, outputs-file: names cannot be looked up here
functions-empty-without-stack functions is empty, and without stack it is not known which functions have the alias
only-functions-lambda-code only functions of Lambda have code to upload
only-functions-lambda-code a preview shows what is uploaded already
only-functions-lambda-code has code to upload and the published version
files-lambda-accepts-at its files have…Lambda accepts at most
files-lambda-accepts-at Lambda accepts at most…when unpacked
name-utf the name of…is not UTF
name-utf leads to nothing
name-utf the ZIP file contains no files
job-ends-after-job but the job ends after…job-timeout…raise the timeout of the job and job-timeout
deployment-group-template the deployment group of…is not in this template
deployment-group-template has no TrafficRoutingConfig that can be read
deployment-group-template the DeploymentPreference of…has no Type
expected-map-alarms expected a map with Alarms
expected-map-alarms Alarms of
expected-map-alarms expected a list of alarms
expected-map-alarms expected a whole number from 1 to
expected-map-alarms expected true or false
expected-map-alarms expected a map with PreTraffic and PostTraffic
directly-resources is directly in Resources
directly-resources it has no Resources
directly-resources has no Type and Properties
directly-resources expected AWS::Lambda::Function
directly-resources the hook…expected the name of a function
contains-more-one-document it contains more than one document
contains-more-one-document Map keys must be unique
contains-more-one-document its aliases expand to more than
contains-more-one-document has a value that is not a map at
contains-more-one-document it cannot be read as TOML
list-something-else-expected it is a list with something else; expected strings NAME=VALUE
list-something-else-expected is no string; expected one
list-something-else-expected expected a line…VALUE in template-parameters
functions-need-more its functions need more than
several-stages-canarysetting several stages have a CanarySetting
several-stages-canarysetting it has no CodeDeploy deployment group and no stage with a canary
several-stages-canarysetting does not say which of these aliases it is for
map-expected-names-values is not a map; expected names and values
map-expected-names-values has no "="; expected name=value, one per line
map-expected-names-values is not a stage variable's name
it-has-neither-path it has neither
it-has-neither-path is of a request, and…sends none
it-has-neither-path is of a response, and an event has a result
it-has-neither-path it has both
it-has-neither-path which is not JSON
expected-map expected a map with
expected-map is empty; expected at least one of its keys
expected-map expected a text, a number, true, false, null, or a map with one of
expected-map expected a regular expression such as
name-header is not the name of a header
name-header is set by the action itself; omit it
name-header is not one line of ASCII characters
name-header writes the header authorization, which is also in
needs-current-version-serves needs the current version, which serves nobody after the promotion
needs-current-version-serves is not a name
release-hours-closed the release hours…are closed
release-hours-closed releases are frozen
opening-known no opening is known
job-wait-until This job can wait until
all-releases-stopped all releases are stopped by
could-read-taken-as could not be read, so it is taken as set
release-begins-at a release that begins at
aws-denies-role-job AWS denies…the role of this job needs that permission
machine-s-clock-expected this machine's clock is…expected less than
aws-rejected-credentials-job AWS rejected the credentials of this job
aws-ended-session-job AWS ended the session of this job before its time
aws-credentials-job-expire The AWS credentials of this job expire in…after that, it can neither go on nor roll back
aws-session-job-ends The AWS session of this job ends in…and it could not be renewed
job-aws-credentials this job has no AWS credentials
aws-could-reached AWS could not be reached
proxy-refused-connection the proxy…refused a connection to
proxy-refused-connection could not be reached
proxy-refused-connection did not answer within
understood-expected-http-host is not understood: expected http://HOST:PORT
aws-ca-bundle-expected AWS_CA_BUNDLE…expected a file with certificates in PEM format
aws-max-attempts-expected AWS_MAX_ATTEMPTS: expected
aws-max-attempts-expected AWS_RETRY_MODE: expected
toomanyrequestsexception TooManyRequestsException
rest-api there is no REST API
has-no-stage has no stage
canary-promotion-left-open has a canary that a promotion left open
canary-action-did-create has a canary that this action did not create
tags-own-aws-allows tags of its own, and AWS allows
room-release-s-tags has room for this release's…tags, but then for only
none-api-s-calls none of the API's…calls the function
deployment-stage-serves-calls of the deployment that the stage serves calls…so it is unknown which version its users receive
deployment-stage-serves-calls no route of the deployment that the stage serves calls
reading-export-stage reading the export of the stage
api-s-draft-cannot the API's draft cannot be compared with what the stage serves
api-s-draft-cannot the API's draft cannot be read as a whole
api-s-draft-cannot The API's draft could not be compared as a whole
deployment-stays-stage-does the deployment that stays on the stage does not take the version
none-reached-new-version but none reached a new version
without-version without a version
takes-version-stage-variable takes the version…from a stage variable that is not set
stable-canary-share which stable and canary share
api-reaches-two-ways the API reaches…in two ways
mentions-uri-recognized mentions…in a URI that is not recognized
version-uri-only-uris by a version in its URI, and only the URIs of methods are rewritten
api-s-default-endpoint the API's default endpoint is disabled
api-private-reachable-only the API is private and reachable only from its VPCs
api-key-new-stage an API key, and a new stage is in no usage plan
what-these-integrations-call what these integrations call is not understood
stage-variable-value-used stage variable…which has no value, is used by
canary-these-routes-call on the canary, these routes call something else than on the stage
stage-variable-holds-version stage variable…which holds the version of…also controls…which would change with it
several-them-take-their several of them take their version from the same stage variable
call-does-exist will call…which does not exist in
unclear-what-call it is unclear what…will call
cloudwatch-counts-requests-api CloudWatch counts requests by the API's name, and…also called
action-could-check-whether the action could not check whether another REST API has the name
only-api-s-draft only the API's draft has the variable
neither-stage-nor-api neither the stage nor the API definition has the variable
stage-variable-need-two stage variable…would need two values
api-gateway-permission-invoke API Gateway has no permission to invoke
settings-asynchronous-invocations-none has settings for asynchronous invocations…has none
could-checked-whether-settings it could not be checked whether…has settings for asynchronous invocations
resource-policy-keeps-api a resource policy keeps API Gateway from invoking
role-lambda-getresourcepolicy the role has no lambda:GetResourcePolicy on
only-canary only the canary has
only-canary only stable has
requires-api-key requires an API key for
requires-api-key authorization is…on the canary and…on stable for
definition-is-pinned is pinned
definition-is-pinned would be tested and never promoted
nothing-release there is nothing to release
alias-there-is-no there is no
alias-there-is-no If this is the first release, set first-release: allow
yet-others-exist there is no…yet, but the others exist
release-reach-nobody a release of…would reach nobody
nothing-aws-shows-calls nothing that AWS shows calls
may-call-without-qualifier may call…without a qualifier, but not
may-call-once-exists may call…once it exists
what-calls-could-read what calls…could not be read completely
what-calls-could-read the event sources could not be read
reports-failed-messages-reportbatchitemfailures reports failed messages of…with ReportBatchItemFailures
points-expected-published-version points to…expected a published version
split-between is split between
repaired-someone-moved was not repaired: someone has moved it
part-rollout-whose-state is part of the rollout…whose state is stored on the function
part-rollout-whose-state is unfinished, is stored on…and has different functions from this release
provisioned-concurrency-own-alias has provisioned concurrency of its own, and the alias…has some too
lambda-itself-keeps-previous Lambda itself keeps…on the previous version
promoted-everything-completed Promoted, but not everything was completed
provisioned-concurrency the provisioned concurrency of
provisioned-concurrency was not ready within
versions-one-alias-must versions of one alias must share it
expected-active expected Active
expected-active the last update of
code-expected has the code…expected
upload-release-all-at uploading the code would release…to all users at once
could-read-what-calls it could not be read what calls
may-call-without-version may call…without a version or an alias, and did not
code-sha256-of-has has the hash
folder-files the folder has no files
folder-files leads out of the folder
folder-files is not a ZIP file
lambda-accepts-at-most and Lambda accepts at most 50 MB in a request
names-version-another-upload names no version, so another upload would change it
names-version-another-upload names no digest, and a tag moves
deployed-as-zip-file is deployed as a ZIP file, and
deployed-as-zip-file is deployed as an image, and
bucket-another-region the bucket is in another Region
latest-now $LATEST now
code-changed-after-uploaded the code of…changed after it was uploaded
code-changed-after-uploaded the settings of…changed while its code was uploaded
code-changed-after-preflight the code of…changed after preflight
settings-changed-after-preflight the settings of…changed after preflight
someone-changed-api-s someone changed the API's draft after it was checked
someone-changed-api-s someone changed the API's draft while a deployment was created from it
after-import-api-s after the import, the API's draft is not what the file says
api-s-draft-neither The API's draft is neither what was imported nor what the stage serves
restoring-api-s-draft Restoring the API's draft, API Gateway warned
api-s-draft-someone In the API's draft…Someone else set that, so it was left alone
versions-all-functions-region The versions of all functions in this Region share one limit
api-as-many-deployments The API has as many deployments as AWS allows
failed-start failed to start
was-still-after was still
published-version has no published version
functions-there-is-no there is no function
step-hook-there-is there is no function
api-stage the API has a stage
check-requires-api-key requires an API key, and the stage that is created for checks is in no usage plan
check-requires-api-key so its API keys are not those of the stage's users
stage-cannot-be-lent the stage…the API has no such stage
stage-cannot-be-lent it has a canary of deployment
stage-cannot-be-lent a release to it is open
stage-cannot-be-lent it is lent to the open release on the stage
stage-cannot-be-lent it is the preview of a pull request
existing-needs-two compare and probes need a stage for each
existing-needs-two there is no deployment by which a later run could recognize that…must be set back
existing-needs-two checks after the promotion cannot reach the released stage
existing-needs-two at which your stage…is reached
own-stage-not-set-back The stage…was not set back to deployment
own-stage-changed so it was not changed; it was to serve the new version for checks
shadow-stage-the-api the API has
alarms-there-is-no there is no alarm
alarm-name-job-read is not the alarm of that name that this job can read, which is
alarm-tag no alarm in…has the tag
more-alarms-tag-expected more than…alarms have the tag…expected at most
alarm-before-release-starts is in ALARM before the release starts
logs-used Logs are not used
stage-access-log the stage has no access log
format-access-log-change the format of the access log…Change it to
access-log-goes-firehose the access log goes to the Firehose stream
access-log-goes-log the access log goes to the log group…of the account
log-group-also-lines the log group…also has the lines of…and lines do not say whose they are
log-group-also-lines and it could not be checked whether others write to the log group
log-group-class the log group…has the class
api-gateway-role-write API Gateway has no role to write logs with in this Region
report-cannot-say-where the report cannot say where in its code a function fails
function-writes-line-invocation the function…writes no line for an invocation that succeeds
steps-bake-take-job the steps and the bake take…but the job ends after
hooks-may-add-schedule hooks may add…of the schedule
aws-credentials-expire the AWS credentials expire in
aws-credentials-expire the AWS credentials have expired
unknown-when-aws-credentials and it is unknown when the AWS credentials expire
aws-credential-expiration-time AWS_CREDENTIAL_EXPIRATION is…which is not a time
effect-role-assume it has no effect with role-to-assume
snapstart-snapshot-ready-yet its SnapStart snapshot is not ready yet
snapstart-snapshot-ready-yet is Inactive: Lambda deleted its unused SnapStart snapshot
response-aws the response from AWS has no
response-aws the AWS response lacks the authorizer
response-aws the pages of the AWS response never end
response-aws returned the version…expected a number
response-aws creating a deployment returned the ID
function-longer-exists the function…no longer exists
answer-within there was no answer within
export-could-parsed the export could not be parsed
export-could-parsed the export of the stage could not be parsed
what-read-changed-between Its source changed in the meantime
preview-needs-rest-api a preview needs a REST API: expected rest-api-id and stage-name
preview-needs-rest-api previews are stages of a REST API
roll-back-further-name to roll back further, name a version or a deployment
changed-outside-action it was changed outside this action
changed-outside-action should be…but AWS returned
changed-outside-action someone has changed the stage since preflight
changed-outside-action someone else changed the stage to deployment
changed-outside-action but someone else created it
changed-outside-action was moved by someone else while Lambda moved its provisioned concurrency
changed-outside-action should point to…again, but is
github-s-api-returned GitHub's API returned more than
state-release-needs-tags the state of this release needs…tags, and at most…are used
current-state-unknown the current state is unknown
current-state-unknown the state stored here is not that of
aliases-deployments-expected-versions aliases have no deployments; expected versions
could-pointed-version-keeps could not be pointed to it, and the version keeps its allocated environments
could-pointed-version-keeps cancelled while environments were being prepared
calls-something-else-now If it calls something else by now, remove that permission
shadow-stage-other-address and a shadow stage has no other address
shadow-stage-other-address and a preview has no other address
api-s-draft-should the API's draft should be what the stage serves again, but differs
canary-cannot-compared-expected so the canary cannot be compared; expected a unique name
none-them-preview-could and none of them is a preview of…that could make room
none-them-preview-could close a pull request, run command: sweep, or set preview-limit: oldest
fix-deploy-draft-stage To fix this, deploy the draft to the stage once
longer-shadow-stage-rollout is no longer the shadow stage of this rollout
aws-still-shows-canary AWS still shows the canary after it was closed
aws-still-shows-canary the canary has no deployment yet
route-guard-stopped-rollout the route guard stopped the rollout
stage-canary-deployment-close the stage has a canary of deployment…close it first
stage-serves-name-version and the stage serves…name a version instead of previous
stage-serves-version-alone no stage serves this version alone, because the release was begun without one
stage-serves-version-alone its path leaves the API
stage-serves-version-alone the release has no function
stage-serves-version-alone no complete response within
stage-serves-version-alone expected checks with
only-tags-say-version only its tags say that version
only-tags-say-version only its tags say what it releases
known-who-may-approve so it is not known who may approve
known-who-may-approve does not load a CODEOWNERS file of 3 MB or more
known-who-may-approve sections are GitLab's, and GitHub does not know them
release-unmerged-code-users would release unmerged code to users
pull-request-comes-fork The pull request comes from a fork
stage-protected the stage…is protected
preview-changed is not a preview of…so it was not changed
api-stages-maximum the API has…stages, which is the maximum
is-in-use-by is in use by
open-rollout-preview-never the open rollout is a preview of…which is never promoted
comments-could-read Comments could not be read
open-release-belongs the open release belongs to
token-cannot-see-team the token cannot see the team
branch-codeowners-file the branch…has no CODEOWNERS file
branch-codeowners-file GitHub does not load a CODEOWNERS file of 3 MB or more
branch-codeowners-file sections are GitLab's, and GitHub does not know them
written-before-open-release was written before the open release began, so it is not for that release
only-tags-say-what only its tags say what it releases: no deployment of the API was created for it
only-tags-say-what only its tags say that version…is released
stored-state-cannot-read-2 its stored state cannot be read
comment-expected-event-issue there is no comment
pull-request there is no pull request
pull-request there is no repository
who-may-give-commands who may give commands cannot be checked
who-may-give-commands variables cannot be read
nothing-promote there is nothing to promote
nothing-promote there is nothing to pause
nothing-promote there is nothing to resume
is-requested-but-is is requested, but
deployment-longer-exists the deployment…no longer exists
deployment-longer-exists no longer exists, so it cannot be restored
does-say-what-served does not say what was served before it
deployment-api-known-version no deployment of the API is known to have version
rollout-open-promotion-roll a rollout is open, so there is no promotion to roll back
cannot-paused it cannot be paused
step-hold-at there is no step to hold at
rollout-unfinished the rollout of…is unfinished
being-released-function-only being released by…A function can be in only one release at a time
jobs-one-workflow-run Jobs of one workflow run do not roll back each other's releases
part-open-rollout-requested is part of the open rollout, but is not requested
requested-open-omit-functions is requested, but…is open. Omit functions
tags-copy-tags its tags are a copy of the tags of
differs-what-run-release which differs from what this run would release
state-left is not in the state that it left
as-well-run-does as well, which this run does not name
moves-alias-run-names it moves the alias…and this run names
aws-does-confirm but AWS does not confirm it
interrupted-before-first-step was interrupted before its first step, so there is nothing to advance
stored-state-cannot-read has stored state that cannot be read
rollout-goes-further-now the rollout does not advance for now
alarm-in-alarm in ALARM
alarm-in-alarm on the canary…on stable…rolled back after…because of it
stopped-before-any-user stopped before any user was served the new version
response-within-hook-timeout no response within…hook-timeout
response-json-object-shown a response that is not a JSON object…not shown
hook-reports-result-codedeploy This hook reports its result to CodeDeploy
redirects-another-origin it redirects to another origin
guardrail guardrail
counted-function-version Counted by function version, because
errors-canary errors of…on the canary
single-routes-compared single routes are not compared
most-them most of them of
client-errors-4xx-canary client errors (4XX…on the canary
clear-fall-reason-roll a clear fall, which is no reason to roll back
promoted-unseen promoted unseen
not-read not read
inconclusive-none-counted-step inconclusive…none counted in this step yet
inconclusive-insufficient-data inconclusive…INSUFFICIENT_DATA
reading-alarms reading the alarms
reading-alarms the counts could not be read
reading-alarms inconclusive
cloudwatch-did-return-all CloudWatch did not return all of
cloudwatch-only-part-data CloudWatch has only part of the data for
nothing-been-compared-yet nothing has been compared yet
minute-compared-before no minute can be compared before
last-minutes-been-read its last minutes have not been read
hold-back-none-because none, because
bake-step the bake would be a step of
current-version-fails-most The current version fails most of its probes, so they cannot show that the new version is no worse
probes-sent-now No probes are sent for now
probe-counted-api-gateway A probe was not counted, because API Gateway does not know one of the stages
too-few-requests-stable too few requests on stable to show whether it is the new version
cannot-judged-hour-before cannot be judged: in the hour before
too-short-compare-minute is too short to compare a minute
both-versions-fail-more both versions fail more often than before the rollout
aws-routes-requests-canary AWS routes…of requests to the canary; the configured weight is
aws-accepted-change-does AWS accepted the change, but does not show it
stopped-without-changing stopped without changing it
canary-step-does-exist the canary of step…does not exist
was-not-changed was not changed
part-changed-outside-action a part of it was changed outside this action and was not rolled back
rollback-failed ROLLBACK FAILED
internal-error internal error
internal-error This is a bug in canary-action
rolling-back-retrying-up Rolling back…Retrying for up to
weight-changed-outside-action the weight was changed outside this action
weight-changed-outside-action it was changed outside this action after the promotion
weight-step-missing-when The weight of step…was missing when this run took over; setting it again
traffic-still-served-monitored of the traffic is still served by…and it is not monitored
current-state-could-read The current state could not be read. At worst
main-step-interrupted The main step was interrupted
tags-canary-action-could The tags "canary-action…could not be removed
github-did-issue-id GitHub did not issue an ID token to this job
aws-does-let-job AWS does not let this job assume
uses-different-plan-run uses a different plan than this run
result-post-traffic-hook The result of the post-traffic hook could not be stored
release-taken-over-another the release was taken over by…another job of this workflow run
credentials-step-do-belong the credentials of this step do not belong to account
post-step-did-receive The post step did not receive the secrets of the main step
another-run-taken-over another run has taken over
did-end-within-time it did not end within the time that this job can wait
someone-removed-canary-at someone removed the canary at the same moment
someone-removed-canary-at someone removed the canary after the last check
could-deleted could not be deleted
policy-lets-something-else a policy lets something else call it
durable-executions-run durable executions run on it
old-versions-deleted the old versions of…were not deleted
could-written-github-returned could not be written…GitHub returned…the job needs "permissions
github-s-used-up GitHub's…is used up until
could-written could not be written
could-written GitHub returned
could-written GitHub, or a proxy in between, returned
could-written GitHub did not respond within
could-written GitHub could not be reached
github-s-api-could GitHub's API could not be called
pull-request-release-could The pull request of the release could not be found, so no commands are read from its comments
final-report-accepted-within The final report was not accepted within…seconds; the…may be out of date
pull-request-brought-commit No pull request brought the commit…so there is no comment
comment-message no comment, and no message
shortened Shortened
effect-without-github-token it has no effect without github-token
possible-pull-request-fork is not possible for a pull request from a fork
possible-archived is not possible, because…is archived
issues-turned-off issues are turned off in
github-token-scopes github-token has the scopes
could-checked it could not be checked
nothing-reverted Nothing was reverted, because
github-did-respond-within GitHub did not respond within
`;
