using System.IO.Compression;
using System.Xml;

namespace HealthCode.Web.Spreadsheets;

/// <summary>The parts of an .xlsx. Zip bombs, macros and other file types are refused before decompressing.</summary>
/// <remarks>
/// Uses the runtime's zip and XML readers instead of the Open XML SDK: for 20,000 × 15 cells the SDK takes 6 s, it rejects a whole
/// workbook for one malformed e-mail address in a link, and it cannot be stopped while it decompresses a part.
/// </remarks>
internal sealed class XlsxPackage : IDisposable
{
    private const long MaxUncompressed = 128L * 1024 * 1024;
    private const long AlwaysFine = 8L * 1024 * 1024;
    private const int MostParts = 2_000;

    // A sheet of empty framed cells compresses to about 1/100, a zip bomb to 1/1000.
    private const int MostFolded = 400;

    private const string SaveAs = "请用 Excel 或 WPS 打开，删去图片和多余的空行空列，另存为“Excel 工作簿（.xlsx）”后再上传。";

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersFromEntities = 1024,
        CloseInput = true,
    };

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);
    private long _unfolded;

    /// <summary>Opens the package.</summary>
    /// <exception cref="SheetRefusedException">The file is refused; the message says why.</exception>
    public XlsxPackage(Stream file)
    {
        _zip = new(file, ZipArchiveMode.Read, leaveOpen: true);
        RefuseBombs();
        foreach (var part in _zip.Entries)
        {
            _parts.TryAdd(part.FullName.Replace('\\', '/').TrimStart('/'), part);
        }

        RefuseOthers();
    }

    /// <summary>Opens a part at its root element; null if it does not exist.</summary>
    public XmlReader? Open(string name)
    {
        if (!_parts.TryGetValue(name, out var part))
        {
            return null;
        }

        var reader = XmlReader.Create(new BoundedStream(part.Open(), CountBytes), Settings);
        try
        {
            reader.MoveToContent();
            return reader;
        }
        catch (XmlException fault)
        {
            reader.Dispose();
            throw new SheetRefusedException("文件里有表格程序不会写的内容（DTD），或者已经损坏。" + SaveAs, fault);
        }
    }

    /// <summary>The relationships of a part: id → kind (last segment of the type) and name of the target part.</summary>
    public Dictionary<string, (string Kind, string Part)> Relations(string of)
    {
        Dictionary<string, (string, string)> relations = [];
        var slash = of.LastIndexOf('/') + 1;
        using var reader = Open($"{of[..slash]}_rels/{of[slash..]}.rels");
        while (reader?.Read() == true)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" }
                && reader.GetAttribute("Id") is { } id && reader.GetAttribute("Type") is { } type && reader.GetAttribute("Target") is { } target
                && Uri.TryCreate(new Uri("zip:///" + of), target, out var address))
            {
                relations[id] = (type[(type.LastIndexOf('/') + 1)..], Uri.UnescapeDataString(address.AbsolutePath).TrimStart('/'));
            }
        }

        return relations;
    }

    /// <summary>Reads a part that will be read again later, without counting its bytes twice.</summary>
    public T Aside<T>(Func<T> look)
    {
        var before = _unfolded;
        var seen = look();
        _unfolded = before;
        return seen;
    }

    public void Dispose() => _zip.Dispose();

    private void RefuseBombs()
    {
        var unfolded = _zip.Entries.Sum(part => part.Length);
        if (unfolded > MaxUncompressed || _zip.Entries.Count > MostParts)
        {
            throw new SheetRefusedException($"表格展开后有 {unfolded / 1024.0 / 1024:N0} MB，太大了。{SaveAs}");
        }

        if (_zip.Entries.Any(part => part.Length > AlwaysFine && part.Length / MostFolded > part.CompressedLength))
        {
            throw new SheetRefusedException("文件压缩得不正常，不能导入。" + SaveAs);
        }
    }

    private void RefuseOthers()
    {
        // The content type alone may declare macros; it is refused with the same message.
        if (_parts.Keys.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || name.Contains("/macrosheets/", StringComparison.OrdinalIgnoreCase)) || NamesMacros())
        {
            throw new SheetRefusedException("表格里有宏，不能导入。请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”后再上传。");
        }

        if (!_parts.ContainsKey("[Content_Types].xml") || !_parts.Keys.Any(name => name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && name.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)))
        {
            throw new SheetRefusedException((_parts.ContainsKey("xl/workbook.bin"), _parts.ContainsKey("word/document.xml")) switch
            {
                (true, _) => "这是二进制工作簿（.xlsb）。",
                (_, true) => "这是 Word 文档，不是表格。",
                _ => "这个文件里没有 Excel 工作簿（可能是压缩包，或者是 WPS 的 .et 文件改了名字）。",
            } + "请用 Excel 或 WPS 打开原表，另存为“Excel 工作簿（.xlsx）”后再上传。");
        }
    }

    private bool NamesMacros()
    {
        using var types = Open("[Content_Types].xml");
        while (types?.Read() == true)
        {
            if (types.NodeType == XmlNodeType.Element && types.GetAttribute("ContentType")?.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) == true)
            {
                return true;
            }
        }

        return false;
    }

    private void CountBytes(int bytes)
    {
        // The sizes declared in the zip directory may be wrong, so the actual bytes are counted.
        _unfolded += bytes;
        if (_unfolded > MaxUncompressed)
        {
            throw new SheetRefusedException("表格展开后太大了。" + SaveAs);
        }
    }
}
