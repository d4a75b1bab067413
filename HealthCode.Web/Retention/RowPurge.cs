namespace HealthCode.Web.Retention;

/// <summary>销毁的一种资料 — rows of a table with their dependent rows.</summary>
/// <param name="Code">Code in the destruction record.</param>
/// <param name="Kind">Display name.</param>
/// <param name="Unit">张, 份, 人.</param>
/// <param name="Sql">DELETE statement; {0} is the office code.</param>
/// <param name="Tables">Tables that contain no rows of the office afterwards.</param>
public sealed record RowPurge(string Code, string Kind, string Unit, string Sql, params IReadOnlyList<string> Tables)
{
    /// <summary>销毁方式.</summary>
    public const string How = "从数据库删除并覆写";

    /// <summary>Whether it runs only for the last office on the server, because the rows belong to no particular office.</summary>
    public bool OnlyForLastOffice { get; init; }
}
