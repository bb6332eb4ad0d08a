/** Shapes say what colour alone must not. Decoration for those who listen: the words beside them say the same. */
export type IconName = "post" | "post-barred" | "post-fallen" | "post-missing" | "post-asked" | "door-open" | "door-asked" | "door-closed" | "door-paused";
export type IconProps = { name: IconName /** As high as a line of text. */; small?: boolean };

export function Icon({ name, small }: IconProps) {
  return (
    <svg className={`wm-icon wm-icon--${name}${small ? " wm-icon--small" : ""}`} viewBox="0 0 20 26" aria-hidden="true" focusable="false">
      {shapes[name]}
    </svg>
  );
}

/** How many of three posts stand painted: a scale of four steps, 0 to 3. */
export type PostsProps = { standing: 0 | 1 | 2 | 3 };
export function Posts({ standing }: PostsProps) {
  return (
    <svg className="wm-posts" viewBox="0 0 30 12" aria-hidden="true" focusable="false">
      {[1, 12, 23].map((left, index) => (
        <path key={left} className={index < standing ? "wm-posts__on" : "wm-posts__off"} d={`M${left} 4.2 ${left + 6} 1.6V11H${left}z`} />
      ))}
    </svg>
  );
}

const frame = <path className="wm-line" d="M2.8 25V2.8h14.400V25M0 25h20" />;
const question = <path className="wm-line wm-line--bold" d="M6.800 11c0-4.200 6.400-4.200 6.400-.2 0 2.600-3.200 2.600-3.200 5.400M10 18.500v2.400" />;
const shapes: Record<IconName, React.JSX.Element> = {
  post: (
    <>
      <path className="wm-solid" d="M5 10 15 5.800V25H5z" />
      <path className="wm-paint" d="M5 5.400 15 1.200v2.800L5 8.200z" />
    </>
  ),
  "post-barred": <path className="wm-solid" d="M5 7 15 2.800V10H5zM5 19h10v6H5zM0 12h20v5H0z" />,
  "post-fallen": (
    <>
      <path className="wm-line" d="M0 24.500h20" />
      <path className="wm-solid" d="M19.500 23V14.500H7L4 23zM5.300 14.500H3.200L.2 23h2.100z" />
    </>
  ),
  "post-missing": <path className="wm-line wm-line--dashed" d="M.6 25h18.800M5.700 25V9.500M14.300 25V9.500" />,
  "post-asked": (
    <>
      <path className="wm-line wm-line--dashed" d="M5.600 5.800 14.400 2V24.400H5.600z" />
      <path className="wm-line" d="M7.800 11.500c0-3.200 4.600-3.200 4.600-.2 0 1.900-2.300 1.900-2.300 4.200M10.100 17.300v2" />
    </>
  ),
  "door-open": (
    <>
      {frame}
      <path className="wm-solid" d="M2 2l8.500 3.600V26L2 24.500z" />
      <circle className="wm-dot" cx="8.300" cy="15.500" r="1.100" />
    </>
  ),
  "door-asked": (
    <>
      <path className="wm-line wm-line--dashed" d="M2.800 25V2.800h14.400V25" />
      {question}
      <path className="wm-line" d="M0 25h20" />
    </>
  ),
  "door-closed": (
    <>
      {frame}
      <path className="wm-solid" d="M4.600 4.600h10.800V25H4.600z" />
      <circle className="wm-dot" cx="13" cy="15.500" r="1.100" />
    </>
  ),
  "door-paused": (
    <>
      {frame}
      <path className="wm-line wm-line--bold" d="M7.600 9.500v9M12.400 9.500v9" />
    </>
  ),
};
