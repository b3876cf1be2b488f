// serverless.yml to facts.

import { isMap, type Tree } from '../templates/tree.ts';
import { EMPTY_SURVEY, type Survey } from './facts.ts';
import { serverlessTemplate } from './serverless-template.ts';
import { surveyTemplates } from './survey-templates.ts';

export function surveyServerless(path: string, tree: Tree): Survey {
  if (!isMap(tree)) return EMPTY_SURVEY;
  const { template, labels, problems } = serverlessTemplate(path, tree);
  const survey = surveyTemplates([{ path, tree: template, tool: 'serverless' }]);
  return {
    ...survey,
    functions: survey.functions.map((each) => ({
      ...each,
      label: labels.get(each.label) ?? each.label,
    })),
    problems: [...problems, ...survey.problems],
  };
}
