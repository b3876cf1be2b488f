// What the status of a stack means for a release. CloudFormation user guide, "Stack status codes".

export type StackState =
  | { readonly kind: 'settled' }
  /** Its names are those of the current resources, but something must be known. */
  | { readonly kind: 'told'; readonly words: string }
  /** Its names cannot be relied on. */
  | { readonly kind: 'refused'; readonly words: string };

/** @param begins whether a release begins; nothing else is kept from an end by a stack that is being updated */
export function stackStateOf(name: string, status: string, begins: boolean): StackState {
  const stack = `the stack "${name}" is in the state ${status}`;
  const refused = (why: string): StackState => ({
    kind: begins ? 'refused' : 'told',
    words: `${stack}: ${why}`,
  });
  if (status === 'DELETE_COMPLETE' || status === 'REVIEW_IN_PROGRESS') {
    return { kind: 'refused', words: `${stack}, so it has no resources` };
  }
  // Only what the last update replaced is still being deleted.
  if (/^UPDATE_(ROLLBACK_)?COMPLETE_CLEANUP_IN_PROGRESS$/.test(status)) {
    return { kind: 'told', words: `${stack}: replaced resources are still being deleted` };
  }
  if (status.endsWith('_IN_PROGRESS')) {
    return refused(
      'its names and the code of its functions may still change; expected the release to start after the deployment of the stack, in a later step or job',
    );
  }
  if (/^(ROLLBACK_COMPLETE|ROLLBACK_FAILED|CREATE_FAILED|DELETE_FAILED)$/.test(status)) {
    return refused('it was not created, or only parts of it exist; expected a deployed stack');
  }
  if (status.endsWith('_FAILED')) {
    return refused(
      'its resources may be those of two different deployments; expected the stack to be repaired first (deploy it again, or continue its rollback)',
    );
  }
  if (/ROLLBACK_COMPLETE$/.test(status)) {
    return {
      kind: 'told',
      words: `${stack}: its last deployment failed, so its resources are those of the one before`,
    };
  }
  return { kind: 'settled' };
}
