import type { JudgedSet } from '../../src/evaluate/judged.ts';

/** An invented judged set: small enough to work its measures out by hand. */
export const SAMPLE: JudgedSet = {
  demands: [
    { id: 'd1', title: '燃气轮机热障涂层喷涂工艺', text: '' },
    { id: 'd2', title: '奶牛养殖场粪污处理设备', text: '' },
    { id: 'd3', title: '没有人判定过的需求', text: '' },
    { id: 'd4', title: '桥梁缆索检测', text: '' },
  ],
  achievements: [
    { id: 'a1', title: '热障涂层等离子喷涂工艺' },
    { id: 'a2', title: '', text: '奶牛粪污固液分离处理设备' },
    { id: 'a3', title: '咖啡豆烘焙曲线' },
    { id: 'a4', title: '轮机舱噪声' },
    { id: 'a5', title: '桥梁缆索检测机器人', validTo: '2001-01-01', secrecyLevel: '机密' },
  ],
  judgments: [
    { demandId: 'd1', achievementId: 'a3', grade: 0 },
    { demandId: 'd1', achievementId: 'a1', grade: 3 },
    { demandId: 'd1', achievementId: 'a4', grade: 1 },
    { demandId: 'd2', achievementId: 'a3', grade: 2 },
    { demandId: 'd2', achievementId: 'a2', grade: 1 },
    { demandId: 'd4', achievementId: 'a5', grade: 2 },
  ],
};
