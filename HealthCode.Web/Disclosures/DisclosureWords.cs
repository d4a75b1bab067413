using HealthCode.Domain.Auditing;
using HealthCode.Web.Auditing;

namespace HealthCode.Web.Disclosures;

/// <summary>跟本人怎么说 — turns an audit record into the end of a sentence to the resident. A record nobody foresaw keeps its own words.</summary>
internal static class DisclosureWords
{
    /// <summary>What is done, by the word of the audit; the document follows.</summary>
    private static readonly Dictionary<string, string> Verbs = new()
    {
        [AccessLog.ActionName] = "打开看了",
        ["显示完整信息"] = "看了号码、电话和住址的全文：",
        ["新建"] = "录入了",
        ["修改"] = "改动了",
        ["删除"] = "删除了",
        ["下载"] = "下载了",
        ["打印"] = "打印了",
        ["受理"] = "受理了",
        ["查看关口记录"] = "查看了过卡口的记录：",
        ["告知本人谁看过"] = "替您查了谁看过：",
        ["打印谁看过我的信息"] = "给您打印了谁看过的单子：",
    };

    /// <summary>How a document is called to the resident, by how its audit description begins.</summary>
    private static readonly (string Begins, string Paper)[] Papers =
    [
        ("申报 ", "您的申报表"), ("通行卡 ", "您的健康通行卡"), ("健康通行卡 ", "您的健康通行卡"), ("打印批次 ", "一批卡的打印登记，里面有您的卡"), ("居民名册 ", "您在居民名册里的一行"),
        ("健康打卡", "您的健康打卡"), ("查阅申请", "您的查阅申请"), ("纠错申请", "您的纠错申请"), ("报送包 ", "送到乡镇的报送包，里面有您"),
    ];

    /// <summary>The end of the sentence, e.g. 打开看了您的申报表.</summary>
    public static string Of(AuditRecord record, string detail, bool isReport)
    {
        var onBehalf = record.OnBehalfOf.Length > 0 ? $"，{record.OnBehalfOf}办理" : "";
        if (isReport)
        {
            var whole = detail.Split('；').Contains("完整");
            return $"{(record.Action == "下载" ? "下载了" : "导出了")}《{record.Subject}》，里面有您，{(whole ? "写着完整的姓名、号码" : "姓名、号码遮住了")}{onBehalf}";
        }

        var paper = PaperOf(record.Subject);
        return record.Action switch
        {
            "显示完整信息" => $"{Verbs[record.Action]}{paper}{(detail.Length > 0 ? $"，原因是“{detail}”" : "")}{onBehalf}",
            ['打', '印', ..] when record.Subject.StartsWith("打印批次 ", StringComparison.Ordinal) => $"打印了一批卡，里面有您的{onBehalf}",
            var action when Verbs.TryGetValue(action, out var verb) => verb + paper + onBehalf,
            // 打印收件回执, 打印告知单: what was printed stands in the action itself.
            ['打', '印', .. var what] => $"打印了{paper}的{what}{onBehalf}",
            var action => $"办了“{action}”：{paper}{onBehalf}",
        };
    }

    private static string PaperOf(string subject) =>
        Papers.FirstOrDefault(each => subject.StartsWith(each.Begins, StringComparison.Ordinal)) is { Paper: { } paper } ? paper : $"您的{subject.Split(' ')[0]}";
}
