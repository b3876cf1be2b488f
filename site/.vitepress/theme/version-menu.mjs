// The versions of the documentation. Each is a site of its own, below the same root.

import { defineComponent, h } from 'vue';

export const VersionMenu = defineComponent({
  name: 'VersionMenu',
  props: {
    /** The base of this version. */
    base: { type: String, required: true },
    /** The name and the base of each version, the newest first. */
    versions: { type: Array, required: true },
  },
  setup: ({ base, versions }) => {
    const go = ({ target }) => window.location.assign(target.value);
    const options = versions.map(({ name, base: of }) =>
      h('option', { value: of, selected: of === base }, name),
    );
    return () =>
      h(
        'select',
        { class: 'versions', 'aria-label': 'Version of the documentation', onChange: go },
        options,
      );
  },
});
