using HealthCode.Domain.Rules;

namespace HealthCode.Domain.PrintRuns;

/// <summary>打印的规则.</summary>
public static class PrintRules
{
    /// <summary>Maximum number of cards in a run.</summary>
    public const int Most = 2000;

    /// <summary>A run contains at least one card.</summary>
    public static Rule Some { get; } = new("print-some", "没有选中要打印的卡，请先勾选。", "DECISIONS.md D32");

    /// <summary>A run contains at most <see cref="Most"/> cards, so that it can still be checked sheet by sheet.</summary>
    public static Rule NotTooMany { get; } = new("print-too-many", "一批最多打印 2000 张卡，请按村民小组或日期分几批。", "DECISIONS.md D32");

    /// <summary>The first place must exist on the sheet.</summary>
    public static Rule PlaceOnSheet { get; } = new("print-place", "这种纸没有这一格：", "DECISIONS.md D32");

    /// <summary>Cards must be live and of this office.</summary>
    public static Rule Printable { get; } = new("print-printable", "有的卡已经停用、到期或作废，不能打印：", "宁疫指办发〔2020〕63号 二；DECISIONS.md D32");

    /// <summary>A card is printed only once; a spoiled sheet is reprinted within its run.</summary>
    public static Rule NotPrintedYet { get; } = new("print-once", "有的卡已经打印过，或正在另一批里：", "宁教办函〔2020〕38号 三；DECISIONS.md D32");

    /// <summary>套印 is only for cards, and only if the office has uploaded its seal.</summary>
    public static Rule SealOnCards { get; } = new("print-seal", "只有卡可以套印公章，而且要先上传公章图样和批准文件。", "DECISIONS.md D1");

    /// <summary>The run must await its check.</summary>
    public static Rule AwaitsCheck { get; } = new("print-open", "这批已经核对完了，或还没有排好版。", "DECISIONS.md D32");

    /// <summary>A sheet reported spoiled must belong to the run and not be checked yet.</summary>
    public static Rule SheetOfRun { get; } = new("print-sheet", "这批里没有这一张纸：", "DECISIONS.md D32");

    /// <summary>Larger offsets mean that the paper is misplaced.</summary>
    public static Rule OffsetInRange { get; } = new("print-offset", "偏移只能在 −5.0 到 5.0 毫米之间。差得更多，请检查纸是否放正、打印时是否选了“实际大小 100%”。", "DECISIONS.md D32");

    /// <summary>Larger deviations mean that the driver scales.</summary>
    public static Rule ScaleInRange { get; } = new("print-scale", "缩放只能在 95% 到 105% 之间。差得更多，请在打印时选“实际大小 100%”。", "DECISIONS.md D32");
}

/// <summary>打印和校准的栏.</summary>
public enum PrintField
{
    /// <summary>从第几格开始.</summary>
    FirstPlace,

    /// <summary>左右（毫米）.</summary>
    OffsetX,

    /// <summary>上下（毫米）.</summary>
    OffsetY,

    /// <summary>缩放（%）.</summary>
    Scale,
}
