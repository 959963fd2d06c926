/** One record, and one demand that it answers. */
export const RECORD = { id: 'A1', title: '汽轮机叶片的耐磨涂层', regionCode: '210100' };
export const DEMAND = { id: 'D1', title: '叶片涂层磨损', regionCode: '210200' };
