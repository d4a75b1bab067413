namespace HealthCode.Web.Retention;

/// <summary>销毁的一种资料 — rows of a table, and those that go with them.</summary>
/// <param name="Code">In the record of destruction.</param>
/// <param name="Kind">As the office calls it.</param>
/// <param name="Unit">张, 份, 人.</param>
/// <param name="Sql">Deletes them; {0} is the office.</param>
/// <param name="Tables">What is empty of the office afterwards.</param>
public sealed record RowPurge(string Code, string Kind, string Unit, string Sql, params IReadOnlyList<string> Tables)
{
    /// <summary>销毁方式.</summary>
    public const string How = "从数据库删除并覆写";

    /// <summary>Only when the last office of the server has come to its end: the rows are nobody's in particular.</summary>
    public bool WithTheLastOffice { get; init; }
}
