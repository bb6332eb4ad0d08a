export type WorkBarProps = {
  /** Who is signed in. */
  name: string;
  links: readonly { href: string; label: string; current?: boolean }[];
  /** Where signing out is posted to. Left out, there is no such button. */
  signOut?: string;
};

/** What someone who is signed in can go to. The frame draws it in the header of every page whose loader returns `bar`. */
export function WorkBar({ name, links, signOut }: WorkBarProps) {
  return (
    <nav aria-label="Your work" className="wm-bar">
      {links.map((link) => (
        <a href={link.href} aria-current={link.current ? "page" : undefined} key={link.href}>
          {link.label}
        </a>
      ))}
      <span className="wm-bar__name">
        <span className="govuk-visually-hidden">Signed in as </span>
        {name}
      </span>
      {signOut && (
        <form method="post" action={signOut}>
          <button type="submit" className="wm-link">
            Sign out
          </button>
        </form>
      )}
    </nav>
  );
}

/** Reads the bar out of whatever a loader returned. */
export function barOf(data: unknown): WorkBarProps | undefined {
  const bar = typeof data === "object" && data !== null && "bar" in data ? data.bar : undefined;
  return typeof bar === "object" && bar !== null && "name" in bar && "links" in bar ? (bar as WorkBarProps) : undefined;
}
