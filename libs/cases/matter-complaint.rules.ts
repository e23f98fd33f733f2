import { defineRules } from '#libs/event-sourcing/rule';

export const matterComplaintRules = defineRules({
  ComplaintOfMatterIsAccepted: {
    id: 'R3.1(三)', article: '第三章一', sentence: '调查核实的群众举报应当是针对同一评价机构、已经受理且尚未认定的举报。',
  },
});
