using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using PdfSharp.Pdf;
using PdfSharp.Pdf.Advanced;

namespace HealthCode.Web.Printing;

/// <summary>PDF 输出 — saves every PDF document: sets the print preferences and works around two bugs of PDFsharp.</summary>
/// <remarks>
/// PDFsharp omits the Adler-32 checksum of zlib streams, and writes characters beyond U+FFFF as five hex digits where a CMap requires UTF-16BE,
/// so that 𬱖 was copied, searched and read aloud as another character. Fonts and CMaps are created inside Save, before the first byte is written:
/// <see cref="MendedStream"/> corrects them at that moment.
/// </remarks>
public static partial class PdfOutput
{
    /// <summary>Compression tasks of the pages of unfinished documents.</summary>
    private static readonly ConditionalWeakTable<PdfDocument, List<Task>> Packing = [];

    /// <summary>The finished document as bytes.</summary>
    public static byte[] Bytes(this PdfDocument document)
    {
        using var written = document.Written(false);
        return written.ToArray();
    }

    /// <summary>Writes the finished document.</summary>
    /// <param name="document">All its pages must be disposed.</param>
    /// <param name="to">Target stream for the PDF; not closed.</param>
    /// <param name="twoSided">Pages alternate front and back; requests duplex printing along the long edge.</param>
    public static void SaveTo(this PdfDocument document, Stream to, bool twoSided = false)
    {
        using var written = document.Written(twoSided);
        written.WriteTo(to);
    }

    /// <summary>Compresses the last page in the background, so that a run of a thousand pages is not held uncompressed in memory.</summary>
    public static void PackLastPage(this PdfDocument document)
    {
        foreach (var content in document.Pages[^1].Contents.Elements)
        {
            if ((content as PdfReference)?.Value is PdfDictionary { Stream: not null } drawn)
            {
                Packing.GetOrCreateValue(document).Add(Task.Run(() => Pack(drawn)));
            }
        }
    }

    private static MendedStream Written(this PdfDocument document, bool twoSided)
    {
        document.Language = "zh-CN";
        var preferences = document.ViewerPreferences;
        preferences.DisplayDocTitle = true;
        // A card scaled to fit the paper would no longer match its card stock.
        preferences.Elements.SetName("/PrintScaling", "/None");
        if (twoSided)
        {
            preferences.Elements.SetName("/Duplex", "/DuplexFlipLongEdge");
        }

        // Compressed in Mend instead.
        document.Options.NoCompression = true;
        document.Options.CompressContentStreams = false;
        var written = new MendedStream(document);
        document.Save(written, false);
        return written;
    }

    private static void FixPdf(PdfDocument document)
    {
        if (Packing.TryGetValue(document, out var packing))
        {
            Task.WhenAll(packing).GetAwaiter().GetResult();
        }

        foreach (var made in document.Internals.GetAllObjects().OfType<PdfDictionary>())
        {
            if (made is PdfContent { Stream: null })
            {
                throw new InvalidOperationException("a page is still being drawn on");
            }

            if (made.Elements.GetDictionary("/ToUnicode")?.Stream is { } map && !map.IsFiltered())
            {
                map.Value = Encoding.ASCII.GetBytes(BeyondFourDigits().Replace(Encoding.ASCII.GetString(map.Value), InUtf16));
            }
        }

        // Metadata stay uncompressed, for programs that search for them without parsing PDF.
        Parallel.ForEach(document.Internals.GetAllObjects().OfType<PdfDictionary>().Where(made => made.Stream is not null && made is not PdfMetadata), Pack);
    }

    private static string InUtf16(Match match) =>
        $"<{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(char.ConvertFromUtf32(int.Parse(match.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture))))}>";

    /// <summary>Compresses an uncompressed stream. Streams compressed by PDFsharp (pictures), recognised by their header, get the missing
    /// checksum.</summary>
    private static void Pack(PdfDictionary owner)
    {
        var filter = owner.Elements["/Filter"];
        if (filter is null)
        {
            owner.Stream.Value = Compressed(owner.Stream.Value);
            owner.Elements.SetName("/Filter", "/FlateDecode");
        }
        else if ((filter is PdfArray several ? several.Elements[0] : filter) is PdfName { Value: "/FlateDecode" } && owner.Stream.Value is [0x78, 0xDA, ..])
        {
            owner.Stream.Value = [.. owner.Stream.Value, .. Checksum(owner.Stream.Value)];
        }
    }

    private static byte[] Compressed(byte[] data)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            zlib.Write(data);
        }

        return packed.ToArray();
    }

    /// <summary>The Adler-32 checksum (RFC 1950) of the uncompressed data.</summary>
    private static byte[] Checksum(byte[] zlib)
    {
        const uint Largest = 65521;
        // The largest number of bytes for which the sums cannot overflow.
        var part = new byte[5552];
        var (one, two) = (1u, 0u);
        using var deflate = new DeflateStream(new MemoryStream(zlib, 2, zlib.Length - 2), CompressionMode.Decompress);
        for (int read; (read = deflate.Read(part)) > 0; one %= Largest, two %= Largest)
        {
            foreach (var each in part.AsSpan(0, read))
            {
                one += each;
                two += one;
            }
        }

        var sum = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(sum, (two << 16) | one);
        return sum;
    }

    [GeneratedRegex("<([0-9A-F]{5,6})>")]
    private static partial Regex BeyondFourDigits();

    /// <summary>Receives the file; corrects the document at the first write, when all objects exist but none is written.</summary>
    private sealed class MendedStream(PdfDocument document) : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count)
        {
            if (Length == 0)
            {
                FixPdf(document);
            }

            base.Write(buffer, offset, count);
        }
    }
}
