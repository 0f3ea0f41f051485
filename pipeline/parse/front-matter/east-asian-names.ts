/**
 * Family names of Chinese and Korean authors, to find the family name in a name that is written in two
 * scripts:
 * `Wang Wei (王伟)`. The most frequent names are enough: they are those of nine in ten authors.
 */

/** Family name → its spellings in Latin letters. */
const table = `王 wang wong  李 li lee  张 zhang  張 zhang chang cheung  刘 liu  劉 liu lau  陈 chen  陳 chen chan  杨 yang
  楊 yang yeung  赵 zhao  趙 zhao chao  黄 huang  黃 huang wong  周 zhou chou chow  吴 wu  吳 wu ng  徐 xu hsu tsui  孙 sun
  孫 sun  胡 hu wu  朱 zhu chu  高 gao kao ko  林 lin lam lim im  何 he ho  郭 guo kuo kwok  马 ma  馬 ma  罗 luo  羅 luo lo law
  梁 liang leung  宋 song sung  郑 zheng  鄭 zheng cheng jeong chung  谢 xie  謝 xie hsieh tse  韩 han  韓 han hon  唐 tang
  冯 feng  馮 feng fung  于 yu  董 dong tung  萧 xiao  蕭 xiao hsiao siu  程 cheng ching  曹 cao tsao  袁 yuan  邓 deng
  鄧 deng teng tang  许 xu  許 xu hsu hui  傅 fu  沈 shen  曾 zeng tseng tsang  彭 peng pang  吕 lu lü lyu  呂 lu lü  苏 su
  蘇 su so  卢 lu  盧 lu lo  蒋 jiang  蔣 jiang chiang  蔡 cai tsai choi  贾 jia  丁 ding ting  魏 wei  薛 xue hsueh  叶 ye
  葉 ye yeh yip  余 yu yee  潘 pan poon  杜 du tu to  戴 dai tai  夏 xia hsia  钟 zhong  鍾 zhong chung  汪 wang  田 tian
  任 ren jen  姜 jiang kang  范 fan  方 fang fong  石 shi shih  姚 yao yiu  谭 tan  廖 liao liu  邹 zou  熊 xiong  金 jin kim
  陆 lu  陸 lu luk  郝 hao  孔 kong kung  白 bai pai  崔 cui choi choe  康 kang  毛 mao  邱 qiu chiu  秦 qin  江 jiang kong
  史 shi  顾 gu  侯 hou  邵 shao  孟 meng  龙 long  万 wan  段 duan  钱 qian  汤 tang  尹 yin yoon yun  易 yi  常 chang  武 wu
  欧阳 ouyang  歐陽 ouyang auyeung  司马 sima  诸葛 zhuge  上官 shangguan
  김 kim gim  이 lee yi rhee i  박 park pak bak  최 choi choe  정 jung jeong chung chong  강 kang gang  조 cho jo  윤 yoon yun
  장 jang chang  임 lim im  한 han  오 oh o  서 seo suh  신 shin sin  권 kwon gwon  황 hwang  안 ahn an  송 song  전 jeon jun
  홍 hong  유 yoo yu ryu  고 ko go koh  문 moon mun  양 yang  손 son sohn  배 bae  백 baek paik  허 heo hur  남 nam  심 shim sim`

const spellings = new Map(
  table
    .split(/\s{2,}/)
    .map(entry => entry.split(' '))
    .map(([name = '', ...latin]) => [name, latin] as const),
)

const surnames: ReadonlySet<string> = new Set([
  ...[...spellings.values()].flat(),
  ...'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh truong doan'.split(' '),
])

/** True for a frequent Chinese, Korean or Vietnamese family name in Latin letters. */
export function isSurname(word: string): boolean {
  return surnames.has(plain(word))
}

/**
 * The word of a name in Latin letters that is the family name, from the same name in another script.
 * Undefined if the table does not have the name.
 */
export function familyOfSecondScript(words: readonly string[], other: string): string | undefined {
  const name = other.replace(/\s+/g, '')
  const latin = spellings.get(name.slice(0, 2)) ?? spellings.get(name.slice(0, 1))
  const found = latin && words.filter(word => latin.includes(plain(word)))
  return found?.length === 1 ? found[0] : undefined
}

function plain(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u0307\u0309-\u036f,'’-]/g, '')
    .normalize('NFC')
    .toLowerCase()
}
