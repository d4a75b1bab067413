using HealthCode.Web.Foundation;

namespace HealthCode.Web.Spreadsheets;

/// <summary>A part of a packed file, read only as far as all its parts together may unfold.</summary>
/// <param name="part">The part.</param>
/// <param name="take">Told of every byte; refuses when there are too many.</param>
internal sealed class BoundedStream(Stream part, Action<int> take) : ForwardStream
{
    public override bool CanRead => true;

    public override int Read(Span<byte> buffer)
    {
        var read = part.Read(buffer);
        take(read);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            part.Dispose();
        }

        base.Dispose(disposing);
    }
}
