import type { Language } from '../../words/language.js';
import type { ObsAdded } from './add-to-obs.js';
import type { ObsTrouble } from './obs-trouble.js';

/** Every string of “Add to OBS”. */
export interface AddToObsWords {
  title: string;
  text: string;
  address: string;
  password: string;
  passwordHint: string;
  add(shape: string): string;
  adding: string;
  done(what: ObsAdded): string;
  trouble: Record<ObsTrouble, string>;
  script: string;
  scriptLink: string;
  /** Before what OBS said itself. */
  obsSaid: string;
}

const ZH_CN: AddToObsWords = {
  title: '一键加到 OBS',
  text: 'OBS 要先开着：菜单“工具”→“WebSocket 服务器设置”，勾选“开启 WebSocket 服务器”，点“显示连接信息”，把密码复制到这里。',
  address: 'OBS 的地址',
  password: '密码',
  passwordHint: '密码只用这一次，不会保存。',
  add: (shape) => `加到 OBS：${shape}`,
  adding: '正在和 OBS 说话…',
  done: ({ did, name, scene, isPreview, isAcross, canvas: [width, height] }) =>
    `${did === 'created' ? '加好了' : '已经在 OBS 里，更新好了'}：场景“${scene}”里的“${name}”。${isPreview ? '它在预览里，切过去观众才看得到。' : ''}` +
    (isAcross
      ? `OBS 的画布是${width > height ? '横' : '竖'}的（${width}×${height}），它只占中间一条：请改按${width > height ? '横' : '竖'}屏，或者到“设置 → 视频”把基础（画布）分辨率改成 ${height}×${width}，再按一次。`
      : ''),
  trouble: {
    'no-answer':
      '没有找到 OBS。看看：OBS 开着吗？“工具”→“WebSocket 服务器设置”里勾选“开启”了吗？端口和上面的地址一样吗？也可以用上面的牌子拖进去。',
    'secure-page':
      '浏览器不让 https 网页连这台电脑上的 OBS。请从 Stallcast 终端里的 http:// 链接打开工作室，或者用上面的牌子拖进去。',
    'password-missing': 'OBS 要密码：在“WebSocket 服务器设置”里点“显示连接信息”，复制密码。',
    'password-wrong': '密码不对：在“WebSocket 服务器设置”里点“显示连接信息”，重新复制密码。',
    'not-obs': '回答的不是 OBS 28 或更新的版本。请更新 OBS，或者用上面的牌子拖进去。',
    'no-browser-source': '这个 OBS 没有“浏览器”来源，放不了网页。请从 obsproject.com 重新安装 OBS。',
    busy: 'OBS 没有回答，它可能正忙，或者开着一个对话框：看一眼 OBS，关掉对话框，再按一次。',
    lost: '加到一半，和 OBS 断开了：看看 OBS 还开着没有，再按一次，不会加出两个。',
    address: '地址要像 ws://127.0.0.1:4455 这样。',
    refused: 'OBS 没有接受。请用上面的牌子拖进去。',
  },
  script: '想要快捷键，或者不想开 WebSocket 服务器？OBS 菜单“工具”→“脚本”→“+”，选这个文件，再把链接粘贴进去。',
  scriptLink: '下载 OBS 脚本',
  obsSaid: 'OBS 说：',
};

const EN: AddToObsWords = {
  title: 'Add to OBS at one press',
  text: 'With OBS open: Tools → WebSocket Server Settings, tick “Enable WebSocket server”, press “Show Connect Info”, and copy the password here.',
  address: 'OBS’s address',
  password: 'Password',
  passwordHint: 'Used this once, never kept.',
  add: (shape) => `Add to OBS: ${shape}`,
  adding: 'Speaking with OBS…',
  done: ({ did, name, scene, isPreview, isAcross, canvas: [width, height] }) =>
    `${did === 'created' ? 'Added' : 'It was in OBS already, and is set right'}: “${name}” in the scene “${scene}”.${isPreview ? ' It is in the preview: viewers see it after the transition.' : ''}` +
    (isAcross
      ? ` OBS’s canvas is ${width > height ? 'landscape' : 'portrait'} (${width}×${height}), so that it fills a strip of it: press ${width > height ? 'Landscape' : 'Portrait'} instead, or make the base resolution ${height}×${width} under Settings → Video and press again.`
      : ''),
  trouble: {
    'no-answer':
      'No OBS was found. Is it running? Is the server ticked under Tools → WebSocket Server Settings? Is its port the one above? The tags above can be dragged in as well.',
    'secure-page':
      'The browser does not let an https page speak to OBS on this computer. Open the studio by the http:// link of the terminal, or drag one of the tags above.',
    'password-missing': 'OBS wants a password: press “Show Connect Info” in WebSocket Server Settings and copy it.',
    'password-wrong':
      'The password was refused: press “Show Connect Info” in WebSocket Server Settings and copy it again.',
    'not-obs': 'What answered is not OBS 28 or later. Update OBS, or drag one of the tags above.',
    'no-browser-source':
      'This OBS has no browser source, so that it cannot show pages. Install OBS from obsproject.com.',
    busy: 'OBS did not answer. It may be busy, or have a dialog open: look at OBS, close the dialog, and press again.',
    lost: 'The connection to OBS ended half-way. See whether OBS is still open, and press again: nothing is added twice.',
    address: 'Expected an address such as ws://127.0.0.1:4455.',
    refused: 'OBS did not take it. Drag one of the tags above instead.',
  },
  script:
    'For hotkeys, or without the WebSocket server: in OBS, Tools → Scripts → +, choose this file and paste the links.',
  scriptLink: 'Download the script for OBS',
  obsSaid: 'OBS said: ',
};

/** The words of “Add to OBS” in one language. */
export function addToObsWords(language: Language): AddToObsWords {
  return language === 'en' ? EN : ZH_CN;
}
