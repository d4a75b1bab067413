using System.Text;
using SkiaSharp;

namespace HealthCode.Web.Printing;

/// <summary>A TrueType file, loaded on first use: its bytes for PDFs, its typeface for bitmaps.</summary>
internal sealed class FontFace(string path)
{
    private readonly Lazy<byte[]> _bytes = new(() => File.ReadAllBytes(path));
    private readonly Lazy<SKFont> _font = new(() =>
        new SKFont(SKTypeface.FromFile(path) ?? throw new InvalidDataException($"{path} is no font that can be read")));

    public byte[] Bytes => _bytes.Value;

    /// <exception cref="InvalidDataException">The file is not a readable font.</exception>
    public SKTypeface Typeface => _font.Value.Typeface;

    /// <summary>Whether the font has a glyph for the character.</summary>
    public bool Has(Rune character) => _font.Value.ContainsGlyph(character.Value);
}
