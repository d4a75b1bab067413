using HealthCode.Web.Foundation;

namespace HealthCode.Web.Spreadsheets;

/// <summary>A decompressed zip entry whose bytes are counted, so that the total of all entries can be limited.</summary>
/// <param name="part">The decompressed entry.</param>
/// <param name="take">Receives the number of bytes read; throws if the total is too large.</param>
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
