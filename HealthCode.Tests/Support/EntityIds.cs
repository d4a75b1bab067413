namespace HealthCode.Tests.Support;

/// <summary>Keys as the database would give them.</summary>
public static class EntityIds
{
    public static T WithId<T>(this T paper, long id)
        where T : class
    {
        typeof(T).GetProperty("Id")!.SetValue(paper, id);
        return paper;
    }
}
