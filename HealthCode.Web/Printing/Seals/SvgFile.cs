using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace HealthCode.Web.Printing.Seals;

/// <summary>An SVG file as elements, once it is certain that it holds shapes only: nothing that runs, nothing from elsewhere, nothing that would come out differently on paper.</summary>
internal static class SvgFile
{
    public const int Deepest = 64;
    private const string Svg = "http://www.w3.org/2000/svg";
    private const string Xhtml = "http://www.w3.org/1999/xhtml";
    private const string Instead = "请在绘图软件中把文字和特效转换为轮廓（路径），另存为普通 SVG，或者改传 PNG。";

    private static readonly HashSet<string> Drawn =
        ["svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "title", "desc", "metadata", "defs"];

    private static readonly Dictionary<string, string> Dangerous = new(StringComparer.OrdinalIgnoreCase)
    {
        ["script"] = "脚本（script）",
        ["foreignObject"] = "嵌入的网页（foreignObject）",
        ["image"] = "嵌入的图片（image）",
        ["style"] = "样式表（style）",
    };

    /// <summary>Loads and checks the file.</summary>
    /// <returns>The root; null when it is no SVG at all.</returns>
    /// <exception cref="SealFaultException">It is SVG and cannot be taken; the sentence names what was found.</exception>
    public static XElement? TryLoad(byte[] file)
    {
        if (!StartsAsXml(file))
        {
            return null;
        }

        if (Load(file).Root is not { Name.LocalName: "svg" } root || root.Name.NamespaceName is not (Svg or ""))
        {
            return null;
        }

        foreach (var instruction in root.Document!.DescendantNodes().OfType<XProcessingInstruction>())
        {
            throw Refused($"处理指令（{instruction.Target}）");
        }

        foreach (var element in root.DescendantsAndSelf())
        {
            Check(element);
            foreach (var attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration))
            {
                Check(attribute);
            }
        }

        return root;
    }

    public static SealFaultException Refused(string thing) => new($"SVG 文件含有{thing}，不能使用；{Instead}");

    /// <summary>A value as it can stand in a sentence.</summary>
    public static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";

    /// <summary>A mark behind any byte order mark and blanks, in any encoding of XML.</summary>
    private static bool StartsAsXml(byte[] file) =>
        file.FirstOrDefault(one => one is not (0xEF or 0xBB or 0xBF or 0xFE or 0xFF or 0 or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')) == '<';

    private static XDocument Load(byte[] file)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        try
        {
            RequireShallow(file, settings);
            using var reader = XmlReader.Create(new MemoryStream(file), settings);
            return XDocument.Load(reader);
        }
        catch (XmlException broken)
        {
            throw HasDtd(file)
                ? Refused("文档类型声明（DTD、DOCTYPE 或 ENTITY）")
                : new SealFaultException($"SVG 文件第 {broken.LineNumber} 行不合 XML 格式，请用绘图软件重新导出后再上传。");
        }
    }

    /// <summary>Before anything is built of it: whoever walks the elements may do so by recursion.</summary>
    private static void RequireShallow(byte[] file, XmlReaderSettings settings)
    {
        using var reader = XmlReader.Create(new MemoryStream(file), settings);
        while (reader.Read())
        {
            if (reader.Depth > Deepest)
            {
                throw Refused($"超过 {Deepest} 层的嵌套");
            }
        }
    }

    private static bool HasDtd(byte[] file)
    {
        var text = Encoding.Latin1.GetString(file).Replace("\0", "", StringComparison.Ordinal);
        return text.Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) || text.Contains("<!ENTITY", StringComparison.OrdinalIgnoreCase);
    }

    private static void Check(XElement element)
    {
        var name = element.Name.LocalName;
        if (name == "style" && element.Value.Contains("@import", StringComparison.OrdinalIgnoreCase))
        {
            throw Refused("对外部样式表的引用（@import）");
        }

        if (Dangerous.TryGetValue(name, out var thing))
        {
            throw Refused(thing);
        }

        var isForeign = element.Name.Namespace != element.Document!.Root!.Name.Namespace;
        if (element.Name.NamespaceName == Xhtml || (!isForeign && !Drawn.Contains(name)))
        {
            throw Refused($"不能画的元素 {Short(name)}");
        }

        if (name == "svg" && element.Parent is not null)
        {
            throw Refused("套在里面的另一个 svg");
        }
    }

    private static void Check(XAttribute attribute)
    {
        var (name, value) = (attribute.Name.LocalName, attribute.Value);
        if (name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
        {
            throw Refused($"事件属性 {Short(name)}");
        }

        if ((name is "href" or "src" or "base" && !value.TrimStart().StartsWith('#')) || Urls(value).Any(target => !target.StartsWith('#')))
        {
            throw Refused($"对文件以外内容的引用（{Short(value)}）");
        }

        if (name == "style" && value.AsSpan().ContainsAny('@', '\\', '{'))
        {
            throw Refused($"复杂的样式（{Short(value)}）");
        }
    }

    private static IEnumerable<string> Urls(string value)
    {
        const string Mark = "url(";
        for (var at = value.IndexOf(Mark, StringComparison.OrdinalIgnoreCase); at >= 0; at = value.IndexOf(Mark, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            yield return value[(at + Mark.Length)..].TrimStart(' ', '\t', '\r', '\n', '"', '\'');
        }
    }
}
