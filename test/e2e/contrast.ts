import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';

/** The least contrast to what is behind. */
export const leastContrast = {
  /** WCAG 2.2 AA, success criterion 1.4.3. */
  text: 4.5,
  /**
   * The second line of a row of a pick. VS Code draws it with 70 % opacity in all its picks, which leaves 4.42 in Light
   * Modern. An extension has no say in it, so that this finds only what is much worse.
   */
  detail: 4,
  /** WCAG 2.2 AA, success criterion 1.4.11. */
  icon: 3,
};

/** A colour as red, green, blue and opacity, each from 0 to 1. */
type Color = readonly [red: number, green: number, blue: number, opacity: number];

/** An element with its colours as styled. */
interface Styled {
  name: string;
  isShown: boolean;
  color: string;
  /** The layers from the window's down to the element's own. */
  layers: { background: string; opacity: number }[];
}

/** Asserts that there are elements, that they can be seen, and that their text has enough contrast. */
export async function assertReadable(texts: Locator, least = leastContrast.text): Promise<void> {
  await assertContrast(texts, '', least);
}

/** Asserts the same of icons. They are characters of a font, which styles put into an element. */
export async function assertIconsVisible(icons: Locator): Promise<void> {
  await assertContrast(icons, '::before', leastContrast.icon);
}

/** Asserts the same of the texts in a picture that is drawn in the colours of the theme. */
export async function assertPictureReadable(picture: Locator): Promise<void> {
  const texts = picture.locator('text');
  await texts.first().waitFor();
  assertAll(texts, await texts.evaluateAll(drawn), leastContrast.text);
}

async function assertContrast(elements: Locator, pseudo: '' | '::before', least: number): Promise<void> {
  await elements.first().waitFor();
  assertAll(elements, await elements.evaluateAll(styled, pseudo), least);
}

function assertAll(elements: Locator, found: Styled[], least: number): void {
  assert.ok(found.length > 0, `${String(elements)} is there`);
  for (const element of found) {
    assert.ok(element.isShown, `"${element.name}" of ${String(elements)} is shown`);
    const contrast = contrastOf(element);
    assert.ok(
      contrast >= least,
      `"${element.name}" of ${String(elements)} has a contrast of ${contrast.toFixed(2)}, not ${least}`,
    );
  }
}

/** Runs in the page. */
function styled(elements: Element[], pseudo: '' | '::before'): Styled[] {
  return elements.map(element => {
    const own = getComputedStyle(element, pseudo);
    const layers = [];
    for (let above: Element | null = element; above; above = above.parentElement) {
      const { backgroundColor, opacity } = getComputedStyle(above);
      layers.unshift({ background: backgroundColor, opacity: Number(opacity) });
    }
    return {
      name: element.textContent || element.className,
      isShown:
        element.checkVisibility({ visibilityProperty: true }) &&
        element.getBoundingClientRect().width > 0 &&
        (pseudo === '' || !['none', 'normal', '""'].includes(own.content)),
      color: own.color,
      layers,
    };
  });
}

/** Runs in the page: as `styled`, of the texts of a picture. Each stands on what is drawn below it there. */
function drawn(texts: Element[]): Styled[] {
  // The page itself is transparent, and lies on an editor.
  const page = document.body.appendChild(document.createElement('div'));
  page.style.background = 'var(--vscode-editor-background)';
  const { backgroundColor: background } = getComputedStyle(page);
  page.remove();
  return texts.map(text => {
    const { left, top, width, height } = text.getBoundingClientRect();
    const stack = document.elementsFromPoint(left + width / 2, top + height / 2);
    const own = getComputedStyle(text);
    const below = stack.slice(stack.indexOf(text) + 1).map(element => {
      const { backgroundColor, fill, opacity } = getComputedStyle(element);
      return {
        background: element instanceof SVGGeometryElement ? fill : backgroundColor,
        opacity: Number(opacity),
      };
    });
    return {
      name: text.textContent,
      isShown: stack.includes(text) && text.checkVisibility({ visibilityProperty: true }),
      color: own.fill,
      layers: [{ background, opacity: 1 }, ...below.reverse()],
    };
  });
}

/** @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrastOf(element: Styled): number {
  const white: Color = [1, 1, 1, 1];
  const lights = [painted(element, true, white), painted(element, false, white)].map(luminance);
  return (Math.max(...lights) + 0.05) / (Math.min(...lights) + 0.05);
}

/** The colour of a text on the screen, or of what is behind it. Each layer is painted, and then as opaque as it is. */
function painted({ color, layers }: Styled, isText: boolean, behind: Color): Color {
  const [layer, ...inner] = layers as [Styled['layers'][number]?, ...Styled['layers']];
  if (!layer) return isText ? over(parsed(color), behind) : behind;
  const background = over(parsed(layer.background), behind);
  const [red, green, blue] = painted({ color, layers: inner } as Styled, isText, background);
  return over([red, green, blue, layer.opacity], behind);
}

function over([red, green, blue, opacity]: Color, behind: Color): Color {
  const mixed = (above: number, below: number): number => above * opacity + below * (1 - opacity);
  return [mixed(red, behind[0]), mixed(green, behind[1]), mixed(blue, behind[2]), 1];
}

/** A colour as a browser computes it: `rgb(204, 204, 204)`, `rgba(0, 0, 0, 0.5)`, `color(srgb 0.8 0.8 0.8 / 0.5)`. */
function parsed(color: string): Color {
  const [red = NaN, green = NaN, blue = NaN, opacity = 1] = (color.match(/\d*\.?\d+(e-?\d+)?/g) ?? []).map(
    Number,
  );
  const scale = color.startsWith('rgb') ? 255 : 1;
  return [red / scale, green / scale, blue / scale, opacity];
}

/** @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance([red, green, blue]: Color): number {
  const linear = (value: number): number =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
