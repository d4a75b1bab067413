namespace HealthCode.Web.Retention;

/// <summary>销毁计划 — every table of the database is either destroyed or stays for a reason. A new table has its line here, or a test fails.</summary>
public static class RetentionPlan
{
    /// <summary>申报 and 通行卡, whose numbers stand in the audit.</summary>
    public const string Passes = "passes";

    /// <inheritdoc cref="Passes"/>
    public const string Declarations = "declarations";

    /// <summary>草稿.</summary>
    public const string Drafts = "drafts";

    /// <summary>居民名册.</summary>
    public const string Roster = "roster";

    /// <summary>收到的台账.</summary>
    public const string Ledgers = "ledgers";

    /// <summary>In this order. A step may be done again at any time: it deletes what it finds.</summary>
    public static IReadOnlyList<RowPurge> Rows { get; } =
    [
        new("requests", "查阅、纠错申请", "份", "DELETE FROM \"Requests\" WHERE \"OfficeCode\" = {0}", "Requests"),
        new("search", "查询索引", "条", "DELETE FROM \"SearchKeys\" WHERE \"OfficeCode\" = {0}", "SearchKeys"),
        new(Passes, "健康通行卡", "张", "DELETE FROM \"Passes\" WHERE \"OfficeCode\" = {0}", "Passes"),
        new(Declarations, "申报表（连同各版本、体温和审核决定）", "份", "DELETE FROM \"Declarations\" WHERE \"OfficeCode\" = {0}", "Declarations", "DeclarationVersions", "ReviewDecisions"),
        new(Drafts, "没有录完的草稿", "份", "DELETE FROM \"Drafts\" WHERE \"OfficeCode\" = {0}", "Drafts"),
        // Of whoever works for the office or for the township and county above it; none is older than an hour.
        new("kept-forms", "登录过期时没有交上去的表", "份", "DELETE FROM \"PendingPosts\" WHERE \"Scope\" = substr({0}, 1, length(\"Scope\"))", "PendingPosts"),
        new("forms", "编号空白表的登记", "份", "DELETE FROM \"PrintedForms\" WHERE \"OfficeCode\" = {0}", "PrintedForms"),
        new("runs", "打印批次", "批", "DELETE FROM \"PrintRuns\" WHERE \"OfficeCode\" = {0}", "PrintRuns", "PrintSheets"),
        new("seals", "用印登记", "条", "DELETE FROM \"SealUses\" WHERE \"OfficeCode\" = {0}", "SealUses"),
        new(Roster, "居民名册", "人", "DELETE FROM \"Residents\" WHERE \"OfficeCode\" = {0}", "Residents"),
        new("passages", "通行登记", "条", "DELETE FROM \"Passages\" WHERE \"OfficeCode\" = {0}", "Passages"),
        new("incidents", "查验情况登记", "条", "DELETE FROM \"GateIncidents\" WHERE \"OfficeCode\" = {0}", "GateIncidents"),
        new("packages", "带台账的报送包", "份", "DELETE FROM \"PackageFiles\" WHERE \"OfficeCode\" = {0} AND \"Number\" IN (SELECT \"Number\" FROM \"PackagesSent\" WHERE \"OfficeCode\" = {0} AND \"HasRegister\")", "PackageFiles"),
        // At the township those of every village in it: the end is declared for all at once.
        new(Ledgers, "收到的台账", "份", "DELETE FROM \"ReceivedRegisters\" WHERE substr(\"OfficeCode\", 1, 9) = substr({0}, 1, 9)", "ReceivedRegisters"),
        new("stop-lists", "别的村居的停用名单", "份", "DELETE FROM StopLists", "StopLists") { WithTheLastOffice = true },
    ];

    /// <summary>Tables that stay, and why: they name no resident.</summary>
    public static IReadOnlyDictionary<string, string> Staying { get; } = new Dictionary<string, string>
    {
        ["Offices"] = "村居自己",
        ["Divisions"] = "区划",
        ["Checkpoints"] = "关口自己",
        ["GateTallies"] = "只有人数",
        ["StockEntries"] = "只有张数",
        ["Workstations"] = "电脑和打印机",
        ["Seals"] = "公章图样",
        ["PaperBoxes"] = "纸箱的登记，内容不写姓名；销毁由监销人登记",
        ["EpidemicEnds"] = "疫情解除的依据和两个经手人",
        ["DestructionRecords"] = "销毁清册自己",
        ["DestructionSteps"] = "销毁清册自己",
        ["PackagesSent"] = "只有数字",
        ["PackagesReceived"] = "只有数字",
        ["Townships"] = "乡镇的公开密钥",
        ["TownshipKeys"] = "乡镇的密钥",
        ["TrustedKeys"] = "村居的公开密钥：验证清册的签名",
        ["DroppedKeys"] = "不再信任的公开密钥、谁为什么不信",
        ["SigningKeys"] = "签发密钥：给清册签名",
        ["Series"] = "编号用到第几号",
        ["JobRuns"] = "定时工作的记录，不写居民",
        ["ReportDeadlines"] = "报送时限",
        ["BackupPlans"] = "备份口令和地方",
        ["AdministratorPcs"] = "管理员电脑的地址",
        ["SignInCounts"] = "登录试了几次：电脑的地址，或者登录名的记号",
        ["UsedTotpCodes"] = "经办人用过的登录验证码",
        ["AuditRecords"] = "经办人的操作，只有编号；前后内容由审计自己销毁",
        ["AspNetUsers"] = "经办人",
        ["AspNetRoles"] = "角色",
        ["AspNetRoleClaims"] = "角色",
        ["AspNetUserClaims"] = "经办人",
        ["AspNetUserLogins"] = "经办人",
        ["AspNetUserRoles"] = "经办人",
        ["AspNetUserTokens"] = "经办人",
    };
}
