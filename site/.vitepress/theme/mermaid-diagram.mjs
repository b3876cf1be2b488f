// A diagram of Mermaid, drawn in the browser in the reader's scheme. Until then, and without JavaScript, its source.

import { useData, withBase } from 'vitepress';
import { defineComponent, h, onMounted, ref, watch } from 'vue';

let loading;
let drawn = 0;

/** The library is large, so only pages with diagrams load it. */
function load() {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = withBase('/mermaid.min.js');
    script.onload = () => resolve(window.mermaid);
    script.onerror = reject;
    document.head.append(script);
  });
  return loading;
}

/** Mermaid's own labels on arrows have too little contrast. */
const DARK = {
  theme: 'dark',
  themeVariables: { edgeLabelBackground: '#1b1b1f', transitionLabelColor: '#ffffff' },
};

export const MermaidDiagram = defineComponent({
  name: 'MermaidDiagram',
  props: { source: { type: String, required: true } },
  setup: (props) => {
    const { isDark } = useData();
    const svg = ref('');
    const source = decodeURIComponent(props.source);
    const draw = async () => {
      const mermaid = await load();
      const theme = isDark.value ? DARK : { theme: 'default' };
      mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', ...theme });
      svg.value = (await mermaid.render(`diagram-${drawn++}`, source)).svg;
    };
    onMounted(draw);
    watch(isDark, draw);
    return () =>
      svg.value === ''
        ? h('pre', { class: 'diagram', tabindex: 0 }, source)
        : h('div', {
            class: 'diagram',
            innerHTML: svg.value,
            tabindex: 0,
            role: 'group',
            'aria-label': 'Diagram',
          });
  },
});
