import { classes, describedBy, Labelled, type Labelling } from "./form";

export type FileFieldProps = Labelling & {
  name: string;
  id?: string /** Endings and types the browser offers, such as `.pdf,image/*`. The server checks for itself. */;
  accept?: string;
};

/** One file. Its form needs `multipart`. */
export function FileField({ name, id = name, accept, ...labelling }: FileFieldProps) {
  return (
    <Labelled id={id} {...labelling}>
      <input
        className={classes("govuk-file-upload", labelling.error && "govuk-file-upload--error")}
        id={id}
        name={name}
        type="file"
        accept={accept}
        aria-describedby={describedBy(id, labelling)}
        aria-invalid={labelling.error ? true : undefined}
      />
    </Labelled>
  );
}
