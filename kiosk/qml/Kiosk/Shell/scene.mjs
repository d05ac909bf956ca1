// What the booth asks of a scene: an item, and all that can be seen in it. Python asks through `kiosk.booth.scene`, since
// PySide converts neither the enumerations of Image and Loader nor what is made in QML, and takes ten times as long.

const LOADING = 2; // of Image and of Loader alike
const PASS_PART = 0.9;
const ENDLESS = 1e9;

// Return the first item below `item`, in the order of drawing, that can be seen and of which `test` holds, or null.
function find(item, test) {
    for (let at = 0; at < item.children.length; at++) {
        const child = item.children[at];
        const found = !child.visible ? null : test(child) ? child : find(child, test);
        if (found)
            return found;
    }
    return null;
}

// Whether a picture or a part of the page is being loaded.
export function busy(scene) {
    return find(scene, item => item.status === LOADING) !== null;
}

// Scrolling.

const scrolls = item => item.contentItem !== undefined && item.contentY !== undefined;

function pageOf(scene) {
    return find(scene, item => scrolls(item) && item.enabled && item.width > scene.width / 3);
}

function longPageOf(scene) {
    const long = item => item.contentHeight > item.height + 1;
    return find(scene, item => scrolls(item) && item.enabled && item.width >= scene.width / 3 && long(item));
}

// Return how far down the page stands, in its pixels.
export function offset(scene) {
    const page = pageOf(scene);
    return page ? page.contentY - page.originY : 0;
}

// Return how high the page is, in its pixels.
export function height(scene) {
    const page = pageOf(scene);
    return page ? page.contentHeight : 0;
}

// Put the page as far down as `distance`, or to its end where it has become shorter. A list only knows the height of the
// rows that it has made: it goes down a screenful at a time.
export function scrollTo(scene, distance) {
    const page = pageOf(scene);
    while (page && offset(scene) !== distance) {
        const end = page.originY + Math.max(0, page.contentHeight + page.bottomMargin - page.height);
        const next = page.originY + Math.min(distance, offset(scene) + page.height * PASS_PART);
        const wanted = Math.min(end, next);
        if (Math.abs(wanted - page.contentY) < 1)
            return;
        page.contentY = wanted;
        if (page.forceLayout)
            page.forceLayout();
    }
}

// Go down a screenful, perhaps beyond the end (`rest` comes back); whether there was more to see.
export function scrollOn(scene) {
    const page = longPageOf(scene);
    if (!page || page.atYEnd)
        return false;
    page.contentY += page.height * PASS_PART;
    return true;
}

// Come back from beyond the end of the page.
export function rest(scene) {
    longPageOf(scene)?.returnToBounds();
}

// Make every part of the page, whether one has scrolled there or not.
export function makeAll(scene) {
    const page = longPageOf(scene);
    if (page && page.cacheBuffer !== undefined)
        page.cacheBuffer = 1000000;
}

// Texts. Numbers are the window's pixels; a place is [left, top, right, bottom].

const is = (item, name) => String(item).startsWith(name);

function place(item, x, y, width, height) {
    const at = item.mapToItem(null, x, y, width, height);
    return [at.x, at.y, at.x + at.width, at.y + at.height];
}

const placeOf = item => place(item, 0, 0, item.width, item.height);

// Return where the text of `item` is painted, which may be narrower or higher than the item.
function painted(item) {
    const spare = item.width - item.contentWidth, high = item.height - item.contentHeight;
    const across = item.effectiveHorizontalAlignment, down = item.verticalAlignment;
    const x = across === 2 ? spare : across === 4 ? spare / 2 : 0;
    const y = down === 64 ? high : down === 128 ? high / 2 : item.topPadding;
    return place(item, x, y, item.contentWidth, item.contentHeight);
}

// Return what is written beside a text: all words of the nearest row of a list that it belongs to.
function beside(above) {
    const words = item => Object.values(item.tile ?? {}).filter(value => typeof value === "string" && value !== "");
    return above.map(words).find(found => found.length > 0) ?? [];
}

// Return where a text may be: inside of all that cuts it off, but anywhere along what scrolls.
function room(above, root, floor) {
    const most = [0, 0, root.width, root.height];
    let over = false, aside = false;
    for (const item of above.filter(item => scrolls(item) || item.clip || item.background !== undefined)) {
        const bounds = placeOf(item);
        aside = aside || scrolls(item) && item.contentWidth > item.width + 1;
        over = over || scrolls(item);
        for (let side = 0; side < 4; side++)
            if (!(side % 2 ? over : aside))
                most[side] = side < 2 ? Math.max(most[side], bounds[side]) : Math.min(most[side], bounds[side]);
    }
    const free = ["Bar_", "AttractScreen_", "StillThereScreen_"]; // lie over the bar
    if (!above.some(item => free.some(name => is(item, name))))
        most[3] = Math.min(most[3], floor);
    if (over)
        most[1] = -ENDLESS, most[3] = ENDLESS;
    if (aside)
        most[0] = -ENDLESS, most[2] = ENDLESS;
    return most;
}

// Return all that `item` lies in, up to `root`.
function chain(item, root) {
    const above = [];
    for (let up = item.parent; up && up !== root; up = up.parent)
        above.push(up);
    return above;
}

const isText = item => item.lineCount !== undefined && item.fontSizeMode !== undefined && item.text !== "";

function gather(item, found) {
    if (!item.visible || item.opacity === 0)
        return found;
    if (isText(item))
        found.push(item);
    for (let at = 0; at < item.children.length; at++)
        gather(item.children[at], found);
    return found;
}

// Return every text that can be seen as JSON, a `kiosk.booth.scene.Text` each, and the fonts of all of them. A scope is a
// part of the page whose texts must not lie on one another: what a Loader made, or what scrolls, since it cuts off.
export function texts(root) {
    const bar = find(root, item => is(item, "Bar_"));
    const floor = bar ? placeOf(bar)[1] : root.height;
    const scopes = [], found = gather(root, []);
    const told = found.map(item => {
        const above = chain(item, root);
        const scope = above.find(up => scrolls(up) || up.sourceComponent !== undefined) ?? root;
        if (!scopes.includes(scope))
            scopes.push(scope);
        return {
            text: item.text,
            painted: painted(item),
            room: room(above, root, floor),
            scope: scopes.indexOf(scope),
            beside: beside(above),
            width: item.width,
            wanted: item.contentWidth,
            most: item.maximumLineCount,
            cut: item.truncated,
            shrunk: item.fontSizeMode !== 0 && item.fontInfo.pixelSize <= item.minimumPixelSize
                && item.font.pixelSize > item.minimumPixelSize,
            wrap: item.wrapMode,
            size: item.fontInfo.pixelSize,
        };
    });
    return [JSON.stringify(told), found.map(item => item.font)];
}
