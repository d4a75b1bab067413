using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using PdfSharp.Pdf;
using PdfSharp.Pdf.Advanced;

namespace HealthCode.Web.Printing;

/// <summary>PDF 输出 — the one way out for every document: how it is to be printed, and two faults of the library mended before it is written.</summary>
/// <remarks>
/// PDFsharp ends no zlib stream with its Adler-32 and gives characters beyond U+FFFF as five hex digits where a CMap has UTF-16BE, so that
/// 𬱖 was copied, searched and read aloud as another character. Fonts and their maps are made within its Save, after all of our code has run
/// and before the first byte is written: there they are mended.
/// </remarks>
public static partial class PdfOutput
{
    /// <summary>Pages of documents that are not finished yet.</summary>
    private static readonly ConditionalWeakTable<PdfDocument, List<Task>> Packing = [];

    /// <summary>The finished document.</summary>
    public static byte[] Bytes(this PdfDocument document)
    {
        using var written = document.Written(false);
        return written.ToArray();
    }

    /// <summary>Writes the finished document.</summary>
    /// <param name="document">All its pages disposed of.</param>
    /// <param name="to">Takes the PDF; stays open.</param>
    /// <param name="twoSided">Each back follows its front: the printer is asked to turn the sheet over its long edge, as the backs are laid out.</param>
    public static void SaveTo(this PdfDocument document, Stream to, bool twoSided = false)
    {
        using var written = document.Written(twoSided);
        written.WriteTo(to);
    }

    /// <summary>Packs what was drawn on the last page while the next is drawn, so that a run of a thousand pages does not lie open in memory.</summary>
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
        // A card that is fitted to the paper is no longer the size of its stock.
        preferences.Elements.SetName("/PrintScaling", "/None");
        if (twoSided)
        {
            preferences.Elements.SetName("/Duplex", "/DuplexFlipLongEdge");
        }

        // Left to us, see Mend.
        document.Options.NoCompression = true;
        document.Options.CompressContentStreams = false;
        var written = new MendedStream(document);
        document.Save(written, false);
        return written;
    }

    private static void Mend(PdfDocument document)
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

        // Metadata stay plain, for those who look for them without reading PDF.
        Parallel.ForEach(document.Internals.GetAllObjects().OfType<PdfDictionary>().Where(made => made.Stream is not null && made is not PdfMetadata), Pack);
    }

    private static string InUtf16(Match match) =>
        $"<{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(char.ConvertFromUtf32(int.Parse(match.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture))))}>";

    /// <summary>Compresses a stream that is not yet; what the library compressed when it was drawn (pictures), known by its header, has its checksum put behind it.</summary>
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

    /// <summary>The Adler-32 (RFC 1950) of what was compressed.</summary>
    private static byte[] Checksum(byte[] zlib)
    {
        const uint Largest = 65521;
        // So many bytes cannot overflow the sums.
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

    /// <summary>Takes the file. Its first bytes come when everything is made and nothing is written.</summary>
    private sealed class MendedStream(PdfDocument document) : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count)
        {
            if (Length == 0)
            {
                Mend(document);
            }

            base.Write(buffer, offset, count);
        }
    }
}
